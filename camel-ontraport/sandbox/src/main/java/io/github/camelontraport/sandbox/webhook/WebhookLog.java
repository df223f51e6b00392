package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.RecordTable;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The webhook log (type 147), which keeps entries for some days. The names of its fields are not documented, so they can be
 * configured. Guarded by the account's lock.
 */
public final class WebhookLog {

    public static final int CAPACITY = 10_000;

    private static final Duration SUCCESSES_KEPT = Duration.ofDays(2);
    private static final Duration FAILURES_KEPT = Duration.ofDays(7);
    private static final String ID = "id";
    private static final String DATE = "date";
    private static final String CODE = "code";

    private final RecordStore records;
    private final Map<String, String> names;
    private final Deque<Entry> successes = new ArrayDeque<>();
    private final Deque<Entry> failures = new ArrayDeque<>();

    /** @param names other names by the default ones; an empty name omits a field */
    public WebhookLog(RecordStore records, Map<String, String> names) {
        this.records = records;
        this.names = Map.copyOf(names);
    }

    /**
     * The type of the log with the configured field names.
     *
     * @throws IllegalArgumentException when there is no field of a default name, or two fields get the same name
     */
    public TypeDefinition type(TypeDefinition standard) {
        names.keySet().stream()
                .filter(name -> standard.field(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The webhook log has no field " + name + ", but "
                            + standard.fields().keySet());
                });
        TypeDefinition type = standard;
        for (FieldDefinition field : standard.fields().values()) {
            type = type.without(field.name());
        }
        for (FieldDefinition field : standard.fields().values()) {
            String name = names.getOrDefault(field.name(), field.name());
            if (type.hasField(name)) {
                throw new IllegalArgumentException("Two fields of the webhook log would be named " + name);
            }
            type = name.isEmpty() ? type : type.with(field.renamed(name));
        }
        return type;
    }

    void add(EndedDelivery delivery) {
        DeliveryAttempt attempt = delivery.attempt();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("webhook_id", Long.toString(attempt.webhookId()));
        row.put("event", attempt.event());
        row.put("url", attempt.url());
        row.put("payload", attempt.payload());
        row.put(CODE, Integer.toString(delivery.outcome().status()));
        row.put(DATE, records.nowInSeconds());
        add(table().add(), row, records.now());
    }

    /** Removes expired entries. */
    void purge() {
        purge(successes, SUCCESSES_KEPT);
        purge(failures, FAILURES_KEPT);
    }

    void clear() {
        successes.clear();
        failures.clear();
    }

    /** The entries with their ids, under the default field names. */
    public List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        Stream.concat(successes.stream(), failures.stream())
                .filter(entry -> table().find(entry.stored().id()).isPresent())
                .sorted(Comparator.comparing(entry -> entry.stored().id()))
                .forEach(entry -> {
                    Map<String, String> row = new LinkedHashMap<>(
                            Map.of(ID, Long.toString(entry.stored().id())));
                    row.putAll(entry.row());
                    rows.add(row);
                });
        return rows;
    }

    /** Restores the result of {@link #rows}. */
    public void restore(long lastId, List<Map<String, String>> rows) {
        for (Map<String, String> kept : rows) {
            Map<String, String> row = new LinkedHashMap<>(kept);
            StoredRecord stored = table().add(Long.parseLong(row.remove(ID)));
            add(stored, row, Instant.ofEpochSecond(Long.parseLong(row.get(DATE))));
        }
        table().reserve(lastId);
    }

    private void add(StoredRecord stored, Map<String, String> row, Instant date) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(ID, Long.toString(stored.id()));
        row.forEach((standard, value) -> {
            String name = names.getOrDefault(standard, standard);
            if (!name.isEmpty()) {
                values.put(name, value);
            }
        });
        records.rewrite(stored, values, records.now());
        (row.get(CODE).matches("2..") ? successes : failures).addLast(new Entry(stored, date, row));
        if (successes.size() + failures.size() > CAPACITY) {
            removeOldest();
        }
    }

    private void removeOldest() {
        boolean success = failures.isEmpty()
                || (!successes.isEmpty()
                        && successes.getFirst().stored().id()
                                < failures.getFirst().stored().id());
        table().remove((success ? successes : failures).removeFirst().stored().id());
    }

    private void purge(Deque<Entry> entries, Duration kept) {
        Instant oldest = records.now().minus(kept);
        while (!entries.isEmpty() && entries.getFirst().date().isBefore(oldest)) {
            table().remove(entries.removeFirst().stored().id());
        }
    }

    private RecordTable table() {
        return records.table(TypeDefinition.WEBHOOK_LOG);
    }

    /** @param row under the default field names */
    private record Entry(StoredRecord stored, Instant date, Map<String, String> row) {}
}
