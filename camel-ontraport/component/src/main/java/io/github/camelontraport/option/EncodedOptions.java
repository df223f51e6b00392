package io.github.camelontraport.option;

import java.util.Set;
import java.util.regex.Pattern;

/** Values in Camel's normal form of a URI that nobody can have meant literally, as the option refuses them. */
final class EncodedOptions {

    /** Their values are ids, names of fields, a time or an address, none of which holds an encoded character. */
    private static final Set<String> OPTIONS =
            Set.of("ids", "tagIds", "listFields", "externs", "timeZone", "startFrom", "baseUrl");

    /** Their values are references to beans, which begin with a number sign. Typed endpoint builders encode it. */
    private static final Set<String> BEANS = Set.of(
            "stateRepository",
            "syncLedger",
            "idempotentRepository",
            "exceptionHandler",
            "pollStrategy",
            "scheduler",
            "scheduledExecutorService");

    private static final Pattern REFERENCE = Pattern.compile("%23[^+%]*");
    private static final Pattern EMAIL = Pattern.compile("[^+%@]*%40[^+%@]*");

    private EncodedOptions() {}

    /** Whether only the decoded value makes sense. */
    static boolean isCertainlyEncoded(String option, Object value) {
        return OPTIONS.contains(option)
                || (option.equals("email") && matches(EMAIL, value))
                || (BEANS.contains(option) && matches(REFERENCE, value));
    }

    private static boolean matches(Pattern pattern, Object value) {
        return value instanceof String text && pattern.matcher(text).matches();
    }
}
