package io.github.camelontraport.operation.catalog;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.field.FieldOperations;
import io.github.camelontraport.operation.page.PageOperations;
import io.github.camelontraport.operation.raw.RawOperation;
import io.github.camelontraport.operation.record.RecordOperations;
import io.github.camelontraport.operation.sequence.SequenceOperations;
import io.github.camelontraport.operation.sync.SyncOperations;
import io.github.camelontraport.operation.tag.TagOperations;
import io.github.camelontraport.operation.task.TaskOperations;
import io.github.camelontraport.operation.transaction.TransactionOperations;
import io.github.camelontraport.operation.webhook.WebhookOperations;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of operations. */
public final class Operations {

    private static final List<Operation> ROWS_WITH_CALLS = Stream.of(
                    RecordOperations.ROWS,
                    SyncOperations.ROWS,
                    TagOperations.ROWS,
                    SequenceOperations.ROWS,
                    FieldOperations.ROWS,
                    WebhookOperations.ROWS,
                    PageOperations.ROWS,
                    TaskOperations.ROWS,
                    TransactionOperations.ROWS)
            .flatMap(List::stream)
            .toList();

    private static final List<Operation> TABLE = Stream.concat(
                    ROWS_WITH_CALLS.stream(), Stream.of(RawOperation.row(ROWS_WITH_CALLS)))
            .toList();

    private static final Map<String, Operation> BY_NAME = byName();

    private Operations() {}

    private static Map<String, Operation> byName() {
        Map<String, Operation> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        TABLE.forEach(row -> rows.put(row.name(), row));
        return Collections.unmodifiableMap(rows);
    }

    /** All rows, in the order of the documentation. */
    public static List<Operation> all() {
        return TABLE;
    }

    /**
     * The row of this name; case is ignored.
     *
     * @throws InvalidInputException for an unknown name, with the nearest known one
     */
    public static Operation named(String name) {
        Operation row = BY_NAME.get(name.strip());
        if (row == null) {
            throw new InvalidInputException("Unknown operation '" + name + "'."
                    + Suggestions.hint(inApiWords(name.strip()), names()) + " Operations are " + names());
        }
        return row;
    }

    /** Operations call automations campaigns, as the API does. */
    private static String inApiWords(String name) {
        return name.replaceAll("(?i)automation", "Campaign");
    }

    static List<String> possibleWith(ObjectType type) {
        return TABLE.stream()
                .filter(row -> row.isPossibleWith(type))
                .map(Operation::name)
                .toList();
    }

    static List<String> batchable() {
        return TABLE.stream().filter(Operation::batchable).map(Operation::name).toList();
    }

    private static List<String> names() {
        return TABLE.stream().map(Operation::name).toList();
    }
}
