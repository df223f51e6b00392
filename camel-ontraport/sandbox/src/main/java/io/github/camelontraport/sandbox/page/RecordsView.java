package io.github.camelontraport.sandbox.page;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each type that has records: how many, and those that were created or changed last. */
final class RecordsView {

    private static final int SHOWN = 5;
    private static final int NAME_PARTS = 3;

    /** They are shown by {@link WebhooksView}, without the secrets in their URLs. */
    private static final Set<Integer> HIDDEN = Set.of(TypeDefinition.WEBHOOK, TypeDefinition.WEBHOOK_LOG);

    /** What people know a record by, as far as its type has it. */
    private static final List<String> NAMES =
            List.of("firstname", "lastname", "tag_name", "name", "alias", "subject", "contact_name", "email", "title");

    private final RecordStore records;

    RecordsView(RecordStore records) {
        this.records = records;
    }

    List<Map<String, Object>> show() {
        return records.types().all().stream()
                .filter(type -> !HIDDEN.contains(type.id()))
                .filter(type -> !records.table(type).all().isEmpty())
                .sorted(Comparator.comparingInt(TypeDefinition::id))
                .map(this::show)
                .toList();
    }

    private Map<String, Object> show(TypeDefinition type) {
        Collection<StoredRecord> all = records.table(type).all();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", type.id());
        shown.put("name", type.name());
        shown.put("count", all.size());
        shown.put(
                "newest",
                newest(type, all).stream().map(stored -> show(type, stored)).toList());
        return shown;
    }

    private static List<StoredRecord> newest(TypeDefinition type, Collection<StoredRecord> all) {
        Comparator<StoredRecord> order = Comparator.<StoredRecord>comparingLong(stored -> changed(type, stored))
                .thenComparingLong(StoredRecord::id);
        PriorityQueue<StoredRecord> newest = new PriorityQueue<>(order);
        for (StoredRecord stored : all) {
            newest.add(stored);
            if (newest.size() > SHOWN) {
                newest.remove();
            }
        }
        List<StoredRecord> sorted = new ArrayList<>(newest);
        sorted.sort(order.reversed());
        return sorted;
    }

    /** In Unix seconds; 0 for a type without such a time. */
    private static long changed(TypeDefinition type, StoredRecord stored) {
        return Stream.of(type.modified(), type.created())
                .filter(Objects::nonNull)
                .map(stored.latest()::get)
                .filter(time -> time != null && time.matches("[0-9]{1,12}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static Map<String, Object> show(TypeDefinition type, StoredRecord stored) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", stored.id());
        shown.put("name", name(stored.latest()));
        shown.put("changed", changed(type, stored));
        shown.put("fields", fields(type, stored.latest()));
        return shown;
    }

    private static String name(Map<String, String> values) {
        return NAMES.stream()
                .map(values::get)
                .filter(value -> value != null && !value.isBlank())
                .limit(NAME_PARTS)
                .map(Texts::shortened)
                .collect(Collectors.joining(" "));
    }

    /** The fields that differ from those of an empty record. */
    private static List<Map<String, String>> fields(TypeDefinition type, Map<String, String> values) {
        Map<String, String> blank = type.blankRecord();
        List<Map<String, String>> set = new ArrayList<>();
        values.forEach((field, value) -> {
            if (value != null && !value.isEmpty() && !value.equals(blank.get(field)) && !field.equals(type.idField())) {
                String label =
                        type.field(field).map(definition -> definition.alias()).orElse(field);
                set.add(Map.of("field", field, "label", label, "value", Texts.shortened(value)));
            }
        });
        return set;
    }
}
