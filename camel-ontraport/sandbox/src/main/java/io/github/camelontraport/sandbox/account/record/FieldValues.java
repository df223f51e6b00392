package io.github.camelontraport.sandbox.account.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Converts and checks the values of fields. Records hold text or null. */
public final class FieldValues {

    /** No white space of any kind, no invisible character, no empty part between dots. */
    private static final String EMAIL_PART = "[^@.,;<>()\"\\s\\p{Z}\\p{C}]+";

    private static final Pattern EMAIL =
            Pattern.compile(EMAIL_PART + "(\\." + EMAIL_PART + ")*@" + EMAIL_PART + "(\\." + EMAIL_PART + ")+");

    private static final Pattern SMS = Pattern.compile("\\s*\\+[0-9 ()./-]{5,30}");

    private FieldValues() {}

    /** The writable fields among the parameters. Like the API, ignores unknown and read-only ones. */
    public static Map<String, String> writable(TypeDefinition type, RequestParameters parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> type.field(name)
                .filter(FieldDefinition::editable)
                .ifPresent(field -> values.put(name, text(field, value))));
        return values;
    }

    public static void refuseInvalidEmail(TypeDefinition type, Map<String, String> values) {
        values.forEach((name, value) -> {
            boolean checked =
                    type.field(name).filter(FieldDefinition::holdsEmail).isPresent();
            if (checked && !isBlank(value) && !EMAIL.matcher(value).matches()) {
                throw new ApiErrorException(422, "Invalid email address");
            }
        });
    }

    public static boolean isBlank(String value) {
        return value == null || value.isEmpty();
    }

    /** Converts a Java value to its wire form. */
    public static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof Collection<?> elements) {
            StringBuilder wrapped = new StringBuilder();
            elements.forEach(element -> wrapped.append("*/*").append(element));
            return wrapped.isEmpty() ? "" : wrapped.append("*/*").toString();
        }
        return value == null ? null : value.toString();
    }

    /** International numbers lose their separators, as in E.164. The country of other numbers is unknown. */
    private static String normalizedSms(String number) {
        return SMS.matcher(number).matches() ? "+" + number.replaceAll("[^0-9]", "") : number;
    }

    private static String text(FieldDefinition field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean() && ValueOrder.of(field) == ValueOrder.NUMERIC) {
            return value.asBoolean() ? "1" : "0";
        }
        if ("sms".equals(field.type())) {
            return normalizedSms(value.asText());
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
