package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/** A fingerprint of what a record holds: equal for the same record in JSON and as a form, whatever the order of fields. */
public final class ContentFingerprint {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    private ContentFingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    public static String fingerprint(JsonNode record) {
        ContentFingerprint content = new ContentFingerprint(Sha256.digest());
        content.add("", record);
        return Sha256.hex(content.digest.digest(), BYTES);
    }

    /** A form knows neither null nor empty structures, and an element of a list is a field with a number. */
    private void add(String path, JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((name, value) -> add(path + "[" + name + "]", value));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(path + "[" + i + "]", node.get(i));
            }
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            // The text of the number as it came: written out, 1E999999999 would fill the memory.
            put(path);
            put(node.asText());
        }
    }

    /** With its length, so that no two contents run together alike. */
    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
