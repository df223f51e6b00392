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

/** The records that were created or changed last, in all and of each type that has records. */
final class RecordsView {

    private static final int SHOWN = 10;
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

    Map<String, Object> show() {
        List<Candidate> candidates = new ArrayList<>();
        List<Map<String, Object>> types = new ArrayList<>();
        records.types().all().stream()
                .filter(type -> !HIDDEN.contains(type.id()))
                .sorted(Comparator.comparingInt(TypeDefinition::id))
                .forEach(type -> {
                    Collection<StoredRecord> all = records.table(type).all();
                    List<Candidate> newest = newest(type, all);
                    candidates.addAll(newest);
                    if (!newest.isEmpty()) {
                        types.add(Map.of(
                                "type", type.id(), "name", type.name(), "count", all.size(), "newest", show(newest)));
                    }
                });
        candidates.sort(Comparator.comparingLong(Candidate::changed).reversed());
        return Map.of("changed", show(candidates.subList(0, Math.min(SHOWN, candidates.size()))), "types", types);
    }

    private static List<Candidate> newest(TypeDefinition type, Collection<StoredRecord> all) {
        Comparator<Candidate> order =
                Comparator.comparingLong(Candidate::changed).thenComparingLong(candidate -> candidate.stored.id());
        PriorityQueue<Candidate> newest = new PriorityQueue<>(order);
        for (StoredRecord stored : all) {
            newest.add(new Candidate(type, stored, changed(type, stored)));
            if (newest.size() > SHOWN) {
                newest.remove();
            }
        }
        return newest.stream().sorted(order.reversed()).toList();
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

    private static List<Map<String, Object>> show(List<Candidate> newest) {
        return newest.stream().map(RecordsView::show).toList();
    }

    private static Map<String, Object> show(Candidate candidate) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", candidate.type.id());
        shown.put("typeName", candidate.type.name());
        shown.put("id", candidate.stored.id());
        shown.put("name", name(candidate.stored.latest()));
        shown.put("changed", candidate.changed);
        shown.put("fields", fields(candidate.type, candidate.stored.latest()));
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

    private record Candidate(TypeDefinition type, StoredRecord stored, long changed) {}
}
