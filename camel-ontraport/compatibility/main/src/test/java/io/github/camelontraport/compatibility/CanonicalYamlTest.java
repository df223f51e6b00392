package io.github.camelontraport.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every YAML route that readers copy is in the canonical notation of the newer LTS line, which warns of others. A block
 * that is no list of routes is a part of a route file, which is held to the same.
 */
class CanonicalYamlTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonSchema CANONICAL = schema();

    private static final List<YamlText> ROUTES = YamlText.routes().toList();

    static Stream<YamlText> texts() {
        return Stream.concat(
                YamlText.blocks().filter(block -> !block.isOfContainers() && !isExcerpt(block)), ROUTES.stream());
    }

    static Stream<YamlText> kamelets() {
        return YamlText.kamelets();
    }

    private static boolean isExcerpt(YamlText block) {
        return ROUTES.stream().anyMatch(block::isExcerptOf);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void routesObeyTheSchema(YamlText text) throws IOException {
        assertThat(CANONICAL.validate(YAML.readTree(text.text())))
                .as(text.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void camelLoadsRoutesWithoutAWarning(YamlText text) throws Exception {
        assertNoWarning(text, "routes.camel.yaml");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void templatesObeyTheSchema(YamlText kamelet) throws IOException {
        JsonNode template = YAML.readTree(kamelet.text()).at("/spec/template");

        assertThat(CANONICAL.validate(JsonNodeFactory.instance
                        .arrayNode()
                        .add(JsonNodeFactory.instance.objectNode().set("route", template))))
                .as(kamelet.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void camelLoadsKameletsWithoutAWarning(YamlText kamelet) throws Exception {
        assertNoWarning(kamelet, "ontraport.kamelet.yaml");
    }

    @Test
    void camelWarnsOfShorthand() throws Exception {
        assertThat(warnings(
                        new YamlText("shorthand", "- route: {from: {uri: 'direct:a', steps: [{log: hello}]}}"),
                        "a.yaml"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("compact notation");
    }

    private static void assertNoWarning(YamlText text, String name) throws Exception {
        assertThat(warnings(text, name)).as(text.name()).isEmpty();
    }

    private static List<String> warnings(YamlText text, String name) throws Exception {
        try (Warnings warnings = new Warnings("org.apache.camel.dsl.yaml");
                CamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, withoutBeans(text)));
            return warnings.messages();
        }
    }

    /** Camel makes beans as it loads them, of classes and properties that a program brings. */
    private static String withoutBeans(YamlText text) throws IOException {
        JsonNode root = YAML.readTree(text.text());
        if (root instanceof ArrayNode routes) {
            routes.removeIf(element -> element.has("beans"));
        }
        return YAML.writeValueAsString(root);
    }

    private static JsonSchema schema() {
        try (InputStream resource =
                CanonicalYamlTest.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json")) {
            JsonNode schema = YAML.readTree(resource);
            // By mistake it asks for all data formats at once; of marshal, which is built alike, it does not.
            ((ObjectNode) schema.at("/items/definitions/org.apache.camel.model.UnmarshalDefinition"))
                    .remove("required");
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
