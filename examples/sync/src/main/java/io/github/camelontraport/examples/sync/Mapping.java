package io.github.camelontraport.examples.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Which column of the source becomes which field of the contact. */
record Mapping(Map<String, String> columnByField) {

    /** A YAML file of lines such as {@code email: Address}. */
    static Mapping read(Path file) throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        ((Map<?, ?>) content).forEach((field, column) -> columns.put(field.toString(), column.toString()));
        return new Mapping(columns);
    }

    Map<String, Object> map(Map<String, ?> row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        columnByField.forEach((field, column) -> fields.put(field, row.get(column)));
        return fields;
    }
}
