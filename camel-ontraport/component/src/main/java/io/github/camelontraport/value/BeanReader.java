package io.github.camelontraport.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.camelontraport.api.Json;
import java.io.IOException;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads Java objects as Jackson sees them, annotations included, but with dates, optionals and floats still as Java objects. */
final class BeanReader {

    /** Numbers keep their digits; nothing is accepted that two readers could understand in two ways. */
    static final JsonMapper MAPPER = Json.strict()
            .addModule(new SimpleModule()
                    .addSerializer(Temporal.class, new AsItIs<>())
                    .addSerializer(Date.class, new AsItIs<>())
                    .addSerializer(Calendar.class, new AsItIs<>())
                    .addSerializer(TemporalAmount.class, new AsItIs<>())
                    .addSerializer(ZoneId.class, new AsItIs<>())
                    .addSerializer(Optional.class, new AsItIs<>())
                    .addSerializer(OptionalInt.class, new AsItIs<>())
                    .addSerializer(OptionalLong.class, new AsItIs<>())
                    .addSerializer(OptionalDouble.class, new AsItIs<>())
                    // Jackson would widen floats to doubles, with further digits.
                    .addSerializer(Float.class, new AsItIs<>())
                    .addSerializer(Float.TYPE, new AsItIs<>()))
            .build();

    private BeanReader() {}

    /** The object as maps, lists and single values. */
    static Object toJava(FieldPath field, Object bean) {
        Object plain;
        try {
            plain = MAPPER.convertValue(bean, Object.class);
        } catch (IllegalArgumentException e) {
            throw field.refused("cannot hold a " + bean.getClass().getTypeName() + ": " + reason(e));
        } catch (StackOverflowError e) {
            // Jackson follows maps and lists without a bound.
            throw field.refused("cannot hold a " + bean.getClass().getTypeName()
                    + ", which nests too deeply. Does a map or list in it contain itself?");
        }
        if (plain instanceof Map && isOfTheJdk(bean)) {
            throw field.refused("cannot hold a " + bean.getClass().getTypeName()
                    + ", whose properties are not fields of a record; give a text, a number, a date or a map.");
        }
        return plain;
    }

    /** Classes of the JDK are not made as beans: what Jackson sees in them, such as in a thread, is of no use in an account. */
    private static boolean isOfTheJdk(Object bean) {
        ClassLoader loader = bean.getClass().getClassLoader();
        return !(bean instanceof Map.Entry) && (loader == null || loader == ClassLoader.getPlatformClassLoader());
    }

    /** Jackson advises to configure its mapper, which users of this component cannot do. */
    private static String reason(IllegalArgumentException e) {
        return e.getMessage()
                .replaceAll(
                        "(?s) not supported by default.*?(\\(through|$)",
                        " is not supported; give a text or a number $1")
                .replaceAll("(?s)No serializer found for class (\\S+).*?(\\(through|$)", "$1 has no properties $2")
                .strip();
    }

    private static final class AsItIs<T> extends JsonSerializer<T> {

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeEmbeddedObject(value);
        }
    }
}
