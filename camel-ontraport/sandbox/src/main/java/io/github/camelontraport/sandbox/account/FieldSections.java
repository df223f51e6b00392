package io.github.camelontraport.sandbox.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sections that the fields of types stand in. Each type has a first one with all fields that are in no other. Guarded
 * by the account's lock.
 */
public final class FieldSections {

    static final int COLUMNS = 3;
    private static final int FIRST = 1;

    private final AccountState account;
    private final Map<Integer, List<Section>> made = new TreeMap<>();

    FieldSections(AccountState account) {
        this.account = account;
    }

    /**
     * @param description empty when there is none
     * @param columns names of fields, those of fields that are gone among them
     */
    public record Section(int id, String name, String description, List<List<String>> columns) {

        public Section described(String text) {
            return new Section(id, name, text, columns);
        }

        /** With a field at the end of a column. */
        public Section with(int column, String field) {
            List<List<String>> extended = new ArrayList<>(columns);
            extended.set(column, new ArrayList<>(extended.get(column)));
            extended.get(column).add(field);
            return new Section(id, name, description, extended);
        }

        public boolean isFirst() {
            return id == FIRST;
        }

        List<String> fields() {
            return columns.stream().flatMap(List::stream).toList();
        }
    }

    /** All sections of a type, the first one to begin with. */
    List<Section> all(TypeDefinition type) {
        List<Section> others =
                made(type.id()).stream().filter(section -> !section.isFirst()).toList();
        List<String> placed =
                others.stream().flatMap(section -> section.fields().stream()).toList();
        List<List<String>> columns = new ArrayList<>();
        columns.add(type.fields().values().stream()
                .filter(field -> !field.custom())
                .map(FieldDefinition::name)
                .toList());
        columns.add(type.fields().values().stream()
                .filter(FieldDefinition::custom)
                .map(FieldDefinition::name)
                .filter(name -> !placed.contains(name))
                .toList());
        columns.add(List.of());
        String description = made(type.id()).stream()
                .filter(Section::isFirst)
                .map(Section::description)
                .findFirst()
                .orElse("");
        List<Section> all = new ArrayList<>();
        all.add(new Section(FIRST, type.name() + " Information", description, columns));
        all.addAll(others);
        return all;
    }

    public Optional<Section> find(TypeDefinition type, String name) {
        return all(type).stream()
                .filter(section -> section.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A new section without fields. */
    public Section add(TypeDefinition type, String name) {
        int id = all(type).stream().mapToInt(Section::id).max().orElse(FIRST) + 1;
        Section section = new Section(id, name, "", Collections.nCopies(COLUMNS, List.of()));
        replace(type.id(), section);
        return section;
    }

    /** Stores a section in place of the one of the same id. */
    public void replace(int typeId, Section section) {
        List<Section> sections = new ArrayList<>(made(typeId));
        sections.removeIf(old -> old.id() == section.id());
        sections.add(section);
        made.put(typeId, sections);
    }

    /** Removes a section with all its fields. */
    public void remove(TypeDefinition type, Section section) {
        made.put(
                type.id(),
                made(type.id()).stream().filter(old -> old.id() != section.id()).toList());
        section.fields().stream().filter(type::hasField).forEach(field -> account.removeField(type.id(), field));
    }

    /** Sections that users of the account made or changed. */
    List<Section> made(int typeId) {
        return made.getOrDefault(typeId, List.of());
    }

    void restore(int typeId, List<Section> sections) {
        made.put(typeId, sections);
    }

    void clear() {
        made.clear();
    }
}
