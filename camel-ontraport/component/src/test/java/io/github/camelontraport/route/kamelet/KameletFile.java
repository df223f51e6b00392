package io.github.camelontraport.route.kamelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A Kamelet as it is in the jar. */
record KameletFile(String name, JsonNode root) {

    static final List<String> NAMES = List.of(
            "ontraport-source",
            "ontraport-webhook-source",
            "ontraport-sink",
            "ontraport-action",
            "ontraport-sync-sink");

    static KameletFile of(String name) {
        try (InputStream yaml = KameletFile.class.getResourceAsStream("/kamelets/" + name + ".kamelet.yaml")) {
            return new KameletFile(name, YAMLMapper.builder().build().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<KameletFile> all() {
        return NAMES.stream().map(KameletFile::of);
    }

    String kind() {
        return name.substring(name.lastIndexOf('-') + 1);
    }

    JsonNode definition() {
        return root.at("/spec/definition");
    }

    JsonNode properties() {
        return definition().get("properties");
    }

    Set<String> propertyNames() {
        Set<String> names = new TreeSet<>();
        properties().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The endpoint of the component in the template. */
    JsonNode endpoint() {
        JsonNode from = root.at("/spec/template/from");
        return from.get("uri").asText().equals("kamelet:source") ? from.at("/steps/0/to") : from;
    }

    @Override
    public String toString() {
        return name;
    }
}
