package io.github.camelontraport.value.mapper;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.camelontraport.value.MappedRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes beans and Java records of records. Thread-safe. */
public final class BeanMapper {

    /** Dates pass as ISO text, which properties of every class for dates and texts take. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BeanMapper() {}

    /** Whether the class is one of the application's that records are made into. */
    public static boolean isBean(Class<?> type) {
        return !type.isInterface() && !type.isArray() && !type.isPrimitive() && type.getClassLoader() != null;
    }

    /**
     * The record as a bean, annotations of Jackson included. Fields without a property are left out.
     *
     * @return empty when the value is no mapped record, or the class is none of the application
     * @throws IllegalArgumentException when a property cannot hold the value of its field
     */
    public static <T> Optional<T> bean(Object value, Class<T> type) {
        return value instanceof MappedRecord && isBean(type) && !type.isInstance(value)
                ? Optional.of(MAPPER.convertValue(value, type))
                : Optional.empty();
    }

    /**
     * Beans of records, in their order. Records are maps; beans of the class stay.
     *
     * @throws IllegalArgumentException for other elements, and as {@link #bean}
     */
    public static <T> List<T> beans(List<?> records, Class<T> type) {
        return records.stream()
                .map(element -> type.isInstance(element) ? type.cast(element) : ofMap(element, type))
                .toList();
    }

    private static <T> T ofMap(Object element, Class<T> type) {
        if (!(element instanceof Map)) {
            throw new IllegalArgumentException("The list holds "
                    + (element == null ? "null" : "a " + element.getClass().getName()) + " in place of a record");
        }
        return MAPPER.convertValue(element, type);
    }
}
