package io.github.camelontraport.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Percent encoding of parameters. */
public final class PercentEncoding {

    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern REPLACEMENT_ESCAPE = Pattern.compile("(?i)%EF%BF%BD");

    private PercentEncoding() {}

    /** As in a form body: a blank becomes a plus. */
    public static String form(Map<String, String> parameters) {
        StringBuilder form = new StringBuilder();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            form.append(form.isEmpty() ? "" : "&");
            append(form, parameter.getKey());
            form.append('=');
            append(form, parameter.getValue());
        }
        return form.toString();
    }

    private static void append(StringBuilder form, String text) {
        form.append(isUnreserved(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** Whether the text stays as it is, as most names and ids do; the encoder allocates buffers in any case. */
    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean unreserved = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '_'
                    || character == '-'
                    || character == '.'
                    || character == '*';
            if (!unreserved) {
                return false;
            }
        }
        return true;
    }

    /** As in a URL: a blank becomes %20, which every server reads the same way. */
    public static String query(Map<String, String> parameters) {
        return form(parameters).replace("+", "%20");
    }

    /**
     * The decoded fields of a form body or query, in order.
     *
     * @throws InvalidInputException when a name is given twice, as a map would lose one of the values
     */
    public static Map<String, String> decode(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : encoded.split("&")) {
            if (!parameter.isBlank()) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                String decoded = decodeText(name);
                if (parameters.put(decoded, decodeText(value)) != null) {
                    throw new InvalidInputException("Parameter " + decoded
                            + " is given twice; give it once, several values separated by commas");
                }
            }
        }
        return parameters;
    }

    private static String decodeText(String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The form or query text holds a broken percent escape", e);
        }
        if (replacements(decoded)
                > replacements(text)
                        + REPLACEMENT_ESCAPE.matcher(text).results().count()) {
            throw new InvalidInputException(
                    "The form or query text holds percent escapes that are not UTF-8, the charset of the API");
        }
        return decoded;
    }

    /** The decoder writes this character for each byte that it cannot decode. */
    private static long replacements(String text) {
        return text.chars().filter(character -> character == REPLACEMENT).count();
    }
}
