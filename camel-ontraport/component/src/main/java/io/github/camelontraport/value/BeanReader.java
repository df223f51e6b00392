package io.github.camelontraport.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.camelontraport.api.Json;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;

/** Reads Java objects as Jackson sees them, annotations included, but with dates, optionals and floats still as Java objects. */
final class BeanReader {

    /** Numbers keep their digits; nothing is accepted that two readers could understand in two ways. */
    static final JsonMapper MAPPER = Json.strict()
            .addModule(new SimpleModule()
                    .addSerializer(Temporal.class, new AsItIs<>())
                    .addSerializer(Date.class, new AsItIs<>())
                    .addSerializer(Calendar.class, new AsItIs<>())
                    .addSerializer(Optional.class, new AsItIs<>())
                    // Jackson would widen floats to doubles, with digits nobody wrote.
                    .addSerializer(Float.class, new AsItIs<>())
                    .addSerializer(Float.TYPE, new AsItIs<>()))
            .build();

    private BeanReader() {}

    /** The object as maps, lists and single values. */
    static Object toJava(FieldPath field, Object bean) {
        try {
            return MAPPER.convertValue(bean, Object.class);
        } catch (IllegalArgumentException e) {
            throw field.refused("cannot hold a " + bean.getClass().getName() + ": " + e.getMessage());
        }
    }

    private static final class AsItIs<T> extends JsonSerializer<T> {

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeEmbeddedObject(value);
        }
    }
}
