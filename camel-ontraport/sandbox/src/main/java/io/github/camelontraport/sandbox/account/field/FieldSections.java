package io.github.camelontraport.sandbox.account.field;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sections that group the fields of a type. The first section of a type holds all fields that are in no other section.
 * Guarded by the account's lock.
 */
public final class FieldSections {

    static final int COLUMNS = 3;
    private static final int FIRST = 1;

    private final RecordStore records;
    private final Map<Integer, List<Section>> changed = new TreeMap<>();

    public FieldSections(RecordStore records) {
        this.records = records;
    }

    /**
     * @param description may be empty
     * @param columns field names; those of deleted fields stay
     */
    public record Section(int id, String name, String description, List<List<String>> columns) {

        public Section withDescription(String text) {
            return new Section(id, name, text, columns);
        }

        /** Appends a field to a column. */
        public Section withField(int column, String field) {
            List<List<String>> extended = new ArrayList<>(columns);
            extended.set(column, new ArrayList<>(extended.get(column)));
            extended.get(column).add(field);
            return new Section(id, name, description, extended);
        }

        /** Whether this is the section of the fields that are in no other. */
        @JsonIgnore
        public boolean isFirst() {
            return id == FIRST;
        }

        List<String> fields() {
            return columns.stream().flatMap(List::stream).toList();
        }
    }

    /** All sections of a type, the first section first. */
    List<Section> all(TypeDefinition type) {
        List<Section> others = changed(type.id()).stream()
                .filter(section -> !section.isFirst())
                .toList();
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
        String description = changed(type.id()).stream()
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

    /** Adds a section without fields. */
    public Section add(TypeDefinition type, String name) {
        int id = all(type).stream().mapToInt(Section::id).max().orElse(FIRST) + 1;
        Section section = new Section(id, name, "", Collections.nCopies(COLUMNS, List.of()));
        replace(type.id(), section);
        return section;
    }

    /** Replaces the section that has the same id. */
    public void replace(int typeId, Section section) {
        List<Section> sections = new ArrayList<>(changed(typeId));
        sections.removeIf(old -> old.id() == section.id());
        sections.add(section);
        changed.put(typeId, sections);
    }

    /** Removes a section together with its fields. */
    public void remove(TypeDefinition type, Section section) {
        changed.put(
                type.id(),
                changed(type.id()).stream()
                        .filter(old -> old.id() != section.id())
                        .toList());
        section.fields().stream().filter(type::hasField).forEach(field -> records.removeField(type.id(), field));
    }

    /** The sections that users of the account added or changed. */
    public List<Section> changed(int typeId) {
        return changed.getOrDefault(typeId, List.of());
    }

    public void restore(int typeId, List<Section> sections) {
        changed.put(typeId, sections);
    }

    public void clear() {
        changed.clear();
    }
}
