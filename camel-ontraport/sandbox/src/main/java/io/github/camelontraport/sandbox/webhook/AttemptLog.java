package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldDefinition;
import io.github.camelontraport.sandbox.account.RecordTable;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
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
 * What was delivered, as the API shows it for a time. How it names its fields is not documented, so an account can name
 * them otherwise. Guarded by the account's lock.
 */
public final class AttemptLog {

    public static final int CAPACITY = 10_000;

    private static final Duration SUCCESSES_KEPT = Duration.ofDays(2);
    private static final Duration FAILURES_KEPT = Duration.ofDays(7);
    private static final String ID = "id";
    private static final String DATE = "date";
    private static final String CODE = "code";

    private final AccountState account;
    private final Map<String, String> names;
    private final Deque<Entry> successes = new ArrayDeque<>();
    private final Deque<Entry> failures = new ArrayDeque<>();

    /** @param names other names by the usual ones; an empty name leaves a field out */
    AttemptLog(AccountState account, Map<String, String> names) {
        this.account = account;
        this.names = Map.copyOf(names);
    }

    /**
     * The type of the log's entries under the names of this account.
     *
     * @throws IllegalArgumentException when the usual type has no such field, or two fields would have one name
     */
    public TypeDefinition type(TypeDefinition usual) {
        names.keySet().stream()
                .filter(name -> usual.field(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The webhook log has no field " + name + ", but "
                            + usual.fields().keySet());
                });
        TypeDefinition type = usual;
        for (FieldDefinition field : usual.fields().values()) {
            type = type.without(field.name());
        }
        for (FieldDefinition field : usual.fields().values()) {
            String name = names.getOrDefault(field.name(), field.name());
            if (type.hasField(name)) {
                throw new IllegalArgumentException("Two fields of the webhook log would be named " + name);
            }
            type = name.isEmpty() ? type : type.with(field.called(name));
        }
        return type;
    }

    void add(DeliveryAttempt delivery, DeliveryOutcome end) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("webhook_id", Long.toString(delivery.webhookId()));
        row.put("event", delivery.event());
        row.put("url", delivery.url());
        row.put("payload", delivery.payload());
        row.put(CODE, Integer.toString(end.status()));
        row.put(DATE, AccountState.seconds(account.now()));
        add(table().add(), row, account.now());
    }

    /** Removes what has been kept long enough. */
    void purge() {
        purge(successes, SUCCESSES_KEPT);
        purge(failures, FAILURES_KEPT);
    }

    void clear() {
        successes.clear();
        failures.clear();
    }

    /** What the log holds, under the usual names, with the ids. */
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

    /** Takes back what {@link #rows} gave. */
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
        row.forEach((usual, value) -> {
            String name = names.getOrDefault(usual, usual);
            if (!name.isEmpty()) {
                values.put(name, value);
            }
        });
        account.rewrite(stored, values, account.now());
        (row.get(CODE).matches("2..") ? successes : failures).addLast(new Entry(stored, date, row));
        if (successes.size() + failures.size() > CAPACITY) {
            removeOldest();
        }
    }

    private void removeOldest() {
        boolean success = failures.isEmpty()
                || !successes.isEmpty()
                        && successes.getFirst().stored().id()
                                < failures.getFirst().stored().id();
        table().remove((success ? successes : failures).removeFirst().stored().id());
    }

    private void purge(Deque<Entry> entries, Duration kept) {
        Instant oldest = account.now().minus(kept);
        while (!entries.isEmpty() && entries.getFirst().date().isBefore(oldest)) {
            table().remove(entries.removeFirst().stored().id());
        }
    }

    private RecordTable table() {
        return account.table(account.types().get(TypeDefinition.WEBHOOK_LOG));
    }

    /** @param row under the usual names */
    private record Entry(StoredRecord stored, Instant date, Map<String, String> row) {}
}
