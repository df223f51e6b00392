package io.github.camelontraport.option;

import java.util.Set;
import java.util.regex.Pattern;

/** Values in Camel's normal form of a URI that nobody can have meant literally, as the option refuses them. */
final class EncodedOptions {

    /** Their values are ids, names of fields, a time or an address, none of which holds an encoded character. */
    private static final Set<String> OPTIONS =
            Set.of("ids", "tagIds", "listFields", "externs", "timeZone", "startFrom", "baseUrl");

    private static final Pattern EMAIL = Pattern.compile("[^+%@]*%40[^+%@]*");

    private EncodedOptions() {}

    /** Whether only the decoded value makes sense. */
    static boolean isCertainlyEncoded(String option, Object value) {
        return OPTIONS.contains(option)
                || (option.equals("email")
                        && value instanceof String text
                        && EMAIL.matcher(text).matches());
    }
}
