package io.github.camelontraport.operation.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Sha256;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.record.WireRecords;
import io.github.camelontraport.value.BodyReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** Turns rows of the input into wire form, or refuses them. */
final class RowReader {

    private static final int HASH_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final OperationContext context;
    private final Capability capability;
    private final Optional<KeyRule> key;
    private final boolean keyNeeded;
    /** Fields by which the API would find another record than the one with the key. */
    private final Set<String> selectors;

    RowReader(OperationContext context, Optional<KeyRule> key, boolean keyNeeded) {
        this.context = context;
        this.capability = context.type().allows(Capability.UPSERT) ? Capability.UPSERT : Capability.CREATE;
        this.key = key;
        this.keyNeeded = keyNeeded;
        this.selectors =
                new LinkedHashSet<>(List.of("id", "unique_id", context.type().idField()));
    }

    /**
     * The row in wire form.
     *
     * @return completed already unless the account's metadata must be read; fails when the row cannot be written
     */
    CompletionStage<SyncRow> read(long number, Object given) {
        return Futures.guarded(() -> WireRecords.of(context, capability, BodyReader.record(given)))
                .thenApply(fields -> row(number, given, fields));
    }

    private SyncRow row(long number, Object given, ObjectNode fields) {
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
    CompletionStage<Optional<String>> keyOfRefused(Object given) {
        Iterator<Map.Entry<String, Object>> fields = fields(given);
        AtomicReference<String> found = new AtomicReference<>();
        return AsyncLoop.run(() -> fields.hasNext() && found.get() == null, () -> {
                    Map<String, Object> one = new HashMap<>();
                    Map.Entry<String, Object> field = fields.next();
                    one.put(field.getKey(), field.getValue());
                    // The row was refused for one of its fields; the others can be read.
                    return Futures.guarded(() -> WireRecords.of(context, capability, one))
                            .thenAccept(wire -> sent(wire, key.get()).ifPresent(found::set))
                            .exceptionally(failure -> null);
                })
                .thenApply(unused -> Optional.ofNullable(found.get()).map(key.get()::normal));
    }

    private Iterator<Map.Entry<String, Object>> fields(Object given) {
        try {
            return key.isEmpty()
                    ? Collections.emptyIterator()
                    : BodyReader.record(given).entrySet().iterator();
        } catch (RuntimeException e) {
            return Collections.emptyIterator();
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
