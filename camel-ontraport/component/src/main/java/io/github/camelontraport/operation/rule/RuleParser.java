package io.github.camelontraport.operation.rule;

import io.github.camelontraport.api.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the API's text of events, conditions or actions into {@code {name, params}} maps. Names and values stay as they
 * are, also those that the grammar does not know: the account may be newer than this library.
 */
public final class RuleParser {

    private static final String SEPARATORS = ";|";

    private final String text;
    private int position;

    private RuleParser(String text) {
        this.text = text;
    }

    /**
     * The elements in their order, none for blank text. A condition that is an alternative to the one before it has
     * {@code join: or}.
     *
     * @throws InvalidInputException for text that is not of this shape
     */
    public static List<Map<String, Object>> parse(String text) {
        return text == null ? List.of() : new RuleParser(text).elements();
    }

    private List<Map<String, Object>> elements() {
        List<Map<String, Object>> elements = new ArrayList<>();
        boolean or = false;
        skipBlanks();
        while (position < text.length()) {
            Map<String, Object> element = element();
            if (or) {
                element.put(RuleWriter.JOIN, RuleWriter.OR);
            }
            elements.add(element);
            skipBlanks();
            if (position < text.length()) {
                or = text.charAt(position) == '|';
                if (!isSeparator()) {
                    throw unreadable("a semicolon or bar");
                }
                position++;
                skipBlanks();
            }
        }
        return elements;
    }

    private Map<String, Object> element() {
        int start = position;
        while (position < text.length() && !isSeparator() && text.charAt(position) != '(') {
            position++;
        }
        String name = text.substring(start, position).strip();
        if (!name.matches("\\w+")) {
            position = start;
            throw unreadable("the name of an element");
        }
        Map<String, Object> element = new LinkedHashMap<>();
        element.put(RuleWriter.NAME, name);
        element.put(RuleWriter.PARAMS, position < text.length() && !isSeparator() ? params(name) : List.of());
        return element;
    }

    /** What is between the brackets, in which there may be others as long as they come in pairs. */
    private List<String> params(String name) {
        int start = ++position;
        int open = 1;
        while (open > 0) {
            if (position == text.length()) {
                throw unreadable("a closing bracket");
            }
            char next = text.charAt(position++);
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
        }
        String params = text.substring(start, position - 1);
        String separator = RuleGrammar.separator(name, params);
        return params.isEmpty() ? List.of() : List.of(params.split(separator, -1));
    }

    private boolean isSeparator() {
        return SEPARATORS.indexOf(text.charAt(position)) >= 0;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private InvalidInputException unreadable(String expected) {
        return new InvalidInputException("The rule text '" + text + "' cannot be read: at character " + (position + 1)
                + " there should be " + expected);
    }
}
