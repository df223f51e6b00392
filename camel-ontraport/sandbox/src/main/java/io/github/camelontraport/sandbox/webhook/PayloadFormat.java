package io.github.camelontraport.sandbox.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.FieldValues;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of a record a webhook delivery carries. */
public enum PayloadFormat {
    FULL,
    LIGHTWEIGHT,
    NOTIFY;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Custom objects have none of them, and so carry little else than their id. */
    private static final List<String> LIGHT = List.of("firstname", "lastname", "email", "name");

    /** The format a subscription asks for in its {@code data}, which is JSON or blank; empty when that makes no sense. */
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

    Map<String, String> cut(TypeDefinition type, Map<String, String> record) {
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
