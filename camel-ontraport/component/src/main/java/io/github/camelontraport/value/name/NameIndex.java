package io.github.camelontraport.value.name;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The names of all records of a kind, as they were at one moment. */
final class NameIndex {

    private static final int MOST_SHOWN = 10;

    private final NamedKind kind;
    private final Map<String, List<Entry>> byName = new HashMap<>();

    private record Entry(String name, long id, String recordType) {}

    NameIndex(NamedKind kind, List<Map<String, Object>> rows) {
        this.kind = kind;
        for (Map<String, Object> row : rows) {
            long id = RecordParser.id(row, kind.type()).orElseThrow();
            for (String name : kind.names(row)) {
                byName.computeIfAbsent(folded(name), unused -> new ArrayList<>())
                        .add(new Entry(name, id, kind.recordType(row)));
            }
        }
    }

    /** Whether each name means one record. */
    boolean resolves(NameLookup lookup) {
        return lookup.wanted().stream()
                .allMatch(wanted ->
                        !wanted.isName() || ids(wanted.name(), lookup.of()).size() == 1);
    }

    /** @throws InvalidInputException for a name that no record has or that several have */
    List<Long> ids(NameLookup lookup) {
        return lookup.wanted().stream()
                .map(wanted -> wanted.isName() ? id(wanted.name(), lookup) : wanted.id())
                .distinct()
                .toList();
    }

    private Long id(String name, NameLookup lookup) {
        List<Long> ids = ids(name, lookup.of());
        if (ids.isEmpty()) {
            List<String> known = byName.values().stream()
                    .map(entries -> entries.get(0).name())
                    .toList();
            throw new InvalidInputException(lookup.source() + ": the account has no " + kind.word() + " '" + name + "'."
                    + Suggestions.hint(name, known));
        }
        if (ids.size() > 1) {
            String shown = ids.stream().limit(MOST_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
            throw new InvalidInputException(
                    lookup.source() + ": " + ids.size() + " " + kind.words() + " have the name '"
                            + name + "'; give the id of the one that is meant: " + shown
                            + (ids.size() > MOST_SHOWN ? ", ..." : ""));
        }
        return ids.get(0);
    }

    /** The records of this name. Of several, those for the type are preferred, then those in the same case. */
    private List<Long> ids(String name, ObjectType of) {
        List<Entry> found = byName.getOrDefault(folded(name), List.of());
        if (of != null) {
            found = preferred(found, entry -> entry.recordType().equals(Integer.toString(of.id())));
        }
        return preferred(found, entry -> entry.name().equals(name)).stream()
                .map(Entry::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Entry> preferred(List<Entry> entries, Predicate<Entry> preference) {
        List<Entry> some = entries.stream().filter(preference).toList();
        return some.isEmpty() ? entries : some;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
