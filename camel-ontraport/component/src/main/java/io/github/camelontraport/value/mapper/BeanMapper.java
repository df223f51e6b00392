package io.github.camelontraport.value.mapper;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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

    /**
     * The record as a bean, annotations of Jackson included. Fields without a property are left out.
     *
     * @return empty when the value is no mapped record, or the class is none of the application
     * @throws IllegalArgumentException when a property cannot hold the value of its field
     */
    public static <T> Optional<T> bean(Object value, Class<T> type) {
        boolean isBean = value instanceof MappedRecord && !type.isInterface() && type.getClassLoader() != null;
        return isBean && !type.isInstance(value) ? Optional.of(MAPPER.convertValue(value, type)) : Optional.empty();
    }
}
