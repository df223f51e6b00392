package io.github.camelontraport.value.mapper;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.camelontraport.value.MappedRecord;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes beans and Java records of records. Thread-safe. */
public final class BeanMapper {

    /** Dates pass as ISO text, which {@link BeanDates} reads. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module(), new BeanDates())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BeanMapper() {}

    /** Whether the class is one that records are made into: a class of the application that can be instantiated. */
    public static boolean isBean(Class<?> type) {
        return !type.isInterface()
                && !type.isArray()
                && !type.isPrimitive()
                && !Modifier.isAbstract(type.getModifiers())
                && type.getClassLoader() != null
                && !type.getName().startsWith("org.apache.camel.");
    }

    /**
     * The record as a bean, annotations of Jackson included. Fields without a property are left out.
     *
     * @return empty when the value is no mapped record, or the class is none of the application
     * @throws IllegalArgumentException when a property cannot hold the value of its field, or no field has a property
     */
    public static <T> Optional<T> bean(Object value, Class<T> type) {
        return value instanceof MappedRecord record && isBean(type) && !type.isInstance(value)
                ? Optional.of(bean(record, type))
                : Optional.empty();
    }

    private static <T> T bean(MappedRecord record, Class<T> type) {
        requirePropertyOf(record, type);
        try {
            // Unlike a tree, it keeps the zeros of 5.50.
            TokenBuffer tokens = new TokenBuffer(MAPPER, false);
            MAPPER.writeValue(tokens, record);
            return MAPPER.readerFor(type)
                    .withAttribute(BeanDates.ZONE, record.zone())
                    .readValue(tokens.asParser());
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A bean in which nothing is set is a mistake in the names. */
    private static void requirePropertyOf(MappedRecord record, Class<?> type) {
        DeserializationConfig config = MAPPER.getDeserializationConfig();
        BeanDescription bean = config.introspect(MAPPER.constructType(type));
        List<String> names = bean.findProperties().stream()
                .flatMap(property -> Stream.concat(
                        Stream.of(property.getName()),
                        property.findAliases().stream().map(PropertyName::getSimpleName)))
                .toList();
        boolean takesOthers = bean.findAnySetterAccessor() != null
                || bean.findProperties().stream().anyMatch(property -> isUnwrapped(property, config));
        if (!takesOthers && !names.isEmpty() && names.stream().noneMatch(record::containsKey)) {
            throw new IllegalArgumentException("None of the properties " + names + " of " + type.getName()
                    + " is a field of the record. Labels need fieldNames=label; keys, fieldNames=key. The fields are "
                    + record.keySet());
        }
    }

    private static boolean isUnwrapped(BeanPropertyDefinition property, DeserializationConfig config) {
        AnnotatedMember member = property.getPrimaryMember();
        return member != null && config.getAnnotationIntrospector().findUnwrappingNameTransformer(member) != null;
    }

    /**
     * Beans of records, in their order. Nulls and beans of the class stay.
     *
     * @throws IllegalArgumentException for other elements, and as {@link #bean}
     */
    public static <T> List<Optional<T>> beans(List<?> records, Class<T> type) {
        return records.stream().map(element -> element(element, type)).toList();
    }

    private static <T> Optional<T> element(Object element, Class<T> type) {
        if (element == null || type.isInstance(element)) {
            return Optional.ofNullable(type.cast(element));
        }
        Optional<T> bean = bean(element, type);
        if (bean.isEmpty()) {
            throw new IllegalArgumentException(
                    "The list holds a " + element.getClass().getName() + " in place of a record");
        }
        return bean;
    }
}
