package io.github.camelontraport.sandbox.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a record that a webhook delivery carries. */
public enum PayloadFormat {
    FULL,
    LIGHTWEIGHT,
    NOTIFY;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Custom objects have none of these fields, so that little but their id is left. */
    private static final List<String> LIGHT = List.of("firstname", "lastname", "email", "name");

    /** The format in the {@code data} of a subscription, which is JSON or blank; empty when it is invalid. */
    public static Optional<PayloadFormat> of(String data) {
        if (FieldValues.isBlank(data)) {
            return Optional.of(FULL);
        }
        try {
            String name = MAPPER.readTree(data).path("format").asText();
            return Stream.of(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    Map<String, String> reduce(TypeDefinition type, Map<String, String> record) {
        if (this == FULL) {
            return record;
        }
        Map<String, String> cut = new LinkedHashMap<>();
        cut.put(type.idField(), record.get(type.idField()));
        if (this == LIGHTWEIGHT) {
            LIGHT.stream().filter(record::containsKey).forEach(field -> cut.put(field, record.get(field)));
        }
        return cut;
    }
}
