package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/** A digest of the fields of a record. JSON and form encodings of the same record, in any order of fields, have the same digest. */
final class ContentFingerprint {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    private ContentFingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(JsonNode record) {
        ContentFingerprint fingerprint = new ContentFingerprint(Sha256.digest());
        fingerprint.addNode("", record);
        return Sha256.hex(fingerprint.digest.digest(), BYTES);
    }

    /** Skips null and empty structures, which a form cannot express. An element of a list is a field named by its index. */
    private void addNode(String path, JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((name, value) -> addNode(path + "[" + name + "]", value));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                addNode(path + "[" + i + "]", node.get(i));
            }
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            // The number as it was written: in plain notation 1E999999999 would exhaust the memory.
            addText(path);
            addText(node.asText());
        }
    }

    /** Adds the length first, so that two different sequences of texts never give the same bytes. */
    private void addText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
