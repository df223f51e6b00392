package io.github.camelontraport.operation;

import java.util.Locale;
import java.util.function.BiFunction;

/** What a message or an endpoint can tell an operation, each under one name: the option's. */
public enum Input {

    RECORD_ID("recordId", InputForms::id),
    IDS("ids", InputForms::any),
    EMAIL("email", InputForms::email),
    UNIQUE_ID("uniqueId", InputForms::text),
    CONDITION("condition", InputForms::condition),
    SEARCH("search", InputForms::text),
    SEARCH_NOTES("searchNotes", InputForms::flag),
    GROUP_ID("groupId", InputForms::id),
    SORT("sort", InputForms::text),
    SORT_DIR("sortDir", InputForms::direction),
    START("start", InputForms::whole),
    LIMIT("limit", InputForms::whole),
    LIST_FIELDS("listFields", InputForms::list),
    EXTERNS("externs", InputForms::list),
    TAGS("tags", InputForms::names),
    TAG_IDS("tagIds", InputForms::ids),
    SEQUENCES("sequences", InputForms::ids),
    CAMPAIGNS("campaigns", InputForms::ids),
    IGNORE_BLANKS("ignoreBlanks", InputForms::flag),
    METHOD("method", InputForms::method),
    PATH("path", InputForms::text),
    QUERY("query", InputForms::map),
    REQUEST_HEADERS("requestHeaders", InputForms::map);

    private final String option;
    private final String header;
    private final BiFunction<Object, String, Object> form;

    Input(String option, BiFunction<Object, String, Object> form) {
        this.option = option;
        this.header = "CamelOntraport" + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
        this.form = form;
    }

    /** The name of the endpoint option. */
    public String option() {
        return option;
    }

    /** The name of the message header: the option's, with a capital behind the component's prefix. */
    public String header() {
        return header;
    }

    /**
     * The value in the form operations use.
     *
     * @param where what gave the value, for the error message
     * @throws io.github.camelontraport.api.InvalidInputException when it cannot be brought into that form
     */
    Object read(Object value, String where) {
        return form.apply(value, where);
    }
}
