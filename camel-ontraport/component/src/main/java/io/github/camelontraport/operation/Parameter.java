package io.github.camelontraport.operation;

import io.github.camelontraport.value.ValueEncoder;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** A parameter of operations. Option and header have the same name. */
public enum Parameter {
    RECORD_ID("recordId", ParameterParsers::id),
    IDS("ids", ParameterParsers::records),
    EMAIL("email", ParameterParsers::email),
    UNIQUE_ID("uniqueId", ParameterParsers::text),
    CONDITION("condition", ParameterParsers::condition),
    SEARCH("search", ParameterParsers::text),
    SEARCH_NOTES("searchNotes", ParameterParsers::flag),
    GROUP_ID("groupId", ParameterParsers::reference),
    SORT("sort", ParameterParsers::text),
    SORT_DIR("sortDir", ParameterParsers::direction),
    START("start", ParameterParsers::whole),
    LIMIT("limit", ParameterParsers::whole),
    LIST_FIELDS("listFields", ParameterParsers::list),
    EXTERNS("externs", ParameterParsers::list),
    TAGS("tags", ParameterParsers::tags),
    TAG_IDS("tagIds", ParameterParsers::ids),
    SEQUENCES("sequences", ParameterParsers::references),
    CAMPAIGNS("campaigns", ParameterParsers::references),
    IGNORE_BLANKS("ignoreBlanks", ParameterParsers::flag),
    METHOD("method", ParameterParsers::method),
    PATH("path", ParameterParsers::text),
    QUERY("query", ParameterParsers::map),
    REQUEST_HEADERS("requestHeaders", ParameterParsers::map);

    private static final String HEADER_PREFIX = "CamelOntraport";
    private static final List<Parameter> ALL = List.of(values());

    private final String option;
    private final String header;
    private final Parser parser;

    @FunctionalInterface
    private interface Parser {

        Object parse(Object value, String source, ValueEncoder encoder);
    }

    Parameter(String option, BiFunction<Object, String, Object> parser) {
        this(option, (value, source, encoder) -> parser.apply(value, source));
    }

    Parameter(String option, Parser parser) {
        this.option = option;
        this.header = HEADER_PREFIX + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
        this.parser = parser;
    }

    /** All parameters, in order; a list that every message can use. */
    public static List<Parameter> all() {
        return ALL;
    }

    /** Whether a message header may be that of a parameter, as far as the beginning of its name shows. */
    public static boolean mayBeHeader(String name) {
        return name.regionMatches(true, 0, HEADER_PREFIX, 0, HEADER_PREFIX.length());
    }

    /** The name of the endpoint option. */
    public String option() {
        return option;
    }

    /** The name of the message header: the option's with a capital, behind the component's prefix. */
    public String header() {
        return header;
    }

    /**
     * The value in the form that operations use.
     *
     * @param source  the header or option that gave the value, for the error message
     * @param encoder writes dates
     * @throws io.github.camelontraport.api.InvalidInputException when the value is not accepted
     */
    Object parse(Object value, String source, ValueEncoder encoder) {
        return parser.parse(value, source, encoder);
    }
}
