package io.github.camelontraport.operation.message;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The types of Ontraport message that can be created and updated. */
public enum MessageType {
    E_MAIL("e-mail"),
    TEMPLATE("template"),
    SMS("sms"),
    TASK("task");

    private static final String POSTCARD = "postcard";

    private final String text;

    MessageType(String text) {
        this.text = text;
    }

    /** As the API has it. */
    public String text() {
        return text;
    }

    /** The type of this name, in any case; the SDK writes e-mail without its hyphen. */
    static MessageType of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String known = wanted.equals("email") ? E_MAIL.text : wanted;
        return Arrays.stream(values())
                .filter(type -> type.text.equals(known))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("Field 'type': '" + name + "' is not one of " + names() + "."
                                + (wanted.equals(POSTCARD)
                                        ? " Postcards can be read only"
                                        : Suggestions.hint(wanted, names()))));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(MessageType::text).toList();
    }
}
