package io.github.camelontraport.operation.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Sha256;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.record.RecordMapper;
import io.github.camelontraport.value.BodyReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns rows of the input into wire form, or refuses them. */
final class RowReader {

    private static final int HASH_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RecordMapper mapper;
    private final Optional<KeyRule> key;
    private final boolean keyNeeded;
    /** Fields by which the API would find another record than the one with the key. */
    private final Set<String> selectors;

    RowReader(RecordMapper mapper, ObjectType type, Optional<KeyRule> key, boolean keyNeeded) {
        this.mapper = mapper;
        this.key = key;
        this.keyNeeded = keyNeeded;
        this.selectors = new LinkedHashSet<>(List.of("id", "unique_id", type.idField()));
    }

    /** @throws InvalidInputException when the row cannot be written */
    SyncRow read(long number, Object given) {
        ObjectNode fields = mapper.map(BodyReader.record(given));
        if (fields.isEmpty()) {
            throw new InvalidInputException("The row holds no fields to write");
        }
        selectors.stream().filter(fields::has).findFirst().ifPresent(selector -> {
            throw new InvalidInputException("The row has the field " + selector + ", by which the API would choose the"
                    + " record. Leave it out, or bring it into a field of your own");
        });
        Optional<String> sent = key.flatMap(rule -> sent(fields, rule));
        if (keyNeeded && sent.isEmpty()) {
            throw new InvalidInputException(
                    "The row has no " + key.map(KeyRule::field).orElse("key") + ", the key of the sync");
        }
        sent.ifPresent(text -> fields.put(key.get().field(), text));
        String normal = sent.map(text -> key.get().normal(text)).orElse(null);
        return new SyncRow(number, given, fields, sent.orElse(null), normal, hash(fields, normal));
    }

    /** The key of a row that cannot be written; empty when it cannot be read either. */
    Optional<String> keyOfRefused(Object given) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, Object> record = BodyReader.record(given);
            return record.entrySet().stream()
                    .map(entry -> sentOfOne(entry.getKey(), entry.getValue()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(key.get()::normal);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> sentOfOne(String name, Object value) {
        try {
            Map<String, Object> one = new HashMap<>();
            one.put(name, value);
            return sent(mapper.map(one), key.get());
        } catch (RuntimeException e) {
            // It is this field that the row was refused for, or the mapper needs others beside it.
            return Optional.empty();
        }
    }

    private static Optional<String> sent(ObjectNode fields, KeyRule rule) {
        JsonNode value = fields.path(rule.field());
        return Optional.of(value)
                .filter(JsonNode::isValueNode)
                .map(node -> node.asText().strip())
                .filter(text -> !text.isEmpty());
    }

    private String hash(ObjectNode fields, String normalKey) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        fields.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        MessageDigest digest = Sha256.digest();
        sorted.forEach((name, value) -> {
            boolean isKey = normalKey != null && name.equals(key.orElseThrow().field());
            add(digest, name);
            add(digest, isKey ? normalKey : value.isValueNode() ? value.asText() : "\0" + value);
        });
        return BASE64.encodeToString(Arrays.copyOf(digest.digest(), HASH_BYTES));
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(new byte[] {
            (byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length
        });
        digest.update(bytes);
    }

    /** A short text that stands for a key in the ledger, which so holds no addresses. */
    static String fingerprint(String key) {
        byte[] hash = Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8));
        return BASE64.encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    }
}
