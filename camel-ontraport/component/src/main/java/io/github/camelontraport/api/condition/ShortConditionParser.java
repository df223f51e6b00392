package io.github.camelontraport.api.condition;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the short form: clauses joined by AND and OR, such as {@code id > 5 AND city IN ('Bend', 'Salem')}. */
final class ShortConditionParser {

    private final Lexer lexer;
    private Token token;

    ShortConditionParser(String text) {
        lexer = new Lexer(text);
        token = lexer.next();
    }

    /** The clauses joined by AND, in groups joined by OR. */
    List<List<Clause>> read() {
        List<List<Clause>> groups = new ArrayList<>();
        groups.add(new ArrayList<>());
        while (true) {
            groups.get(groups.size() - 1).add(clause());
            if (token.is(Kind.END)) {
                return groups;
            }
            if (token.isWord("OR")) {
                groups.add(new ArrayList<>());
            } else if (!token.isWord("AND")) {
                throw expected("AND, OR or the end", token.is(Kind.SYMBOL) ? OperatorHints.instead(token.text()) : "");
            }
            advance();
        }
    }

    private Clause clause() {
        if (token.is(Kind.OPEN)) {
            throw lexer.wrong(
                    token.position(),
                    "the API has no parentheses around clauses. Write the condition without "
                            + "them, use IN for several values of one field, or select in two calls.");
        }
        boolean joint = token.isWord("AND") || token.isWord("OR");
        boolean isLabel = token.is(Kind.LABEL_OR_STRING);
        if ((!token.is(Kind.WORD) && !isLabel) || joint) {
            throw expected(
                    "a field name",
                    token.is(Kind.STRING)
                            ? " Field names stand without quotes, labels of fields in double quotes."
                            : "");
        }
        String field = advance().text();
        Operator operator = operator(field);
        boolean isNumber = token.is(Kind.NUMBER);
        return new Clause(field, isLabel, operator, values(field, operator), isNumber);
    }

    /** Reads up to and without the operand; of IS NULL only the IS. */
    private Operator operator(String field) {
        Token first = token;
        if (!first.is(Kind.SYMBOL) && !first.is(Kind.WORD)) {
            throw expected("an operator after '" + field + "': " + Operator.all(), "");
        }
        advance();
        StringBuilder words = new StringBuilder(first.text());
        if (first.isWord("NOT") || (first.isWord("IS") && token.isWord("NOT"))) {
            words.append(' ').append(advance().text());
        }
        if (first.isWord("IS") && !token.isWord("NULL") && token.is(Kind.WORD)) {
            words.append(' ').append(advance().text());
        }
        String found = words.toString();
        return Operator.of(found)
                .orElseThrow(() -> lexer.wrong(
                        first.position(),
                        "unknown operator '" + found.strip() + "' after '" + field + "'." + OperatorHints.instead(found)
                                + (first.is(Kind.WORD) ? " A label of several words stands in double quotes." : "")
                                + " Allowed: " + Operator.all() + "."));
    }

    private List<Object> values(String field, Operator operator) {
        return switch (operator.operand()) {
            case SCALAR -> List.of(scalar(field, operator).text());
            case LIST -> list(field, operator);
            case NULL -> {
                if (!token.isWord("NULL")) {
                    throw expected("NULL after IS", " Other values are compared with = and <>.");
                }
                advance();
                yield List.of();
            }
        };
    }

    private List<Object> list(String field, Operator operator) {
        if (!token.is(Kind.OPEN)) {
            throw expected(
                    "a list in parentheses after " + operator.symbol() + ", such as (1, 2) or ('Bend', 'Salem')", "");
        }
        List<Object> values = new ArrayList<>();
        do {
            advance();
            Token value = scalar(field, operator);
            values.add(value.is(Kind.NUMBER) ? ConditionValues.listNumber(value.text()) : value.text());
        } while (token.is(Kind.COMMA));
        if (!token.is(Kind.CLOSE)) {
            throw expected("a comma or a closing parenthesis in the list of " + operator.symbol(), "");
        }
        advance();
        return values;
    }

    private Token scalar(String field, Operator operator) {
        if (token.is(Kind.NUMBER) || token.is(Kind.STRING) || token.is(Kind.LABEL_OR_STRING)) {
            return advance();
        }
        throw expected("a text in quotes or a number after " + operator.symbol(), scalarHint(field));
    }

    private String scalarHint(String field) {
        if (token.isWord("NULL")) {
            return " Write '" + field + " IS NULL'.";
        }
        if (token.isWord("true") || token.isWord("false")) {
            return " Checkboxes are compared with 1 and 0.";
        }
        if (token.is(Kind.WORD)) {
            return " Put texts into quotes: '" + token.text() + "'.";
        }
        return token.is(Kind.SYMBOL) ? OperatorHints.instead(token.text()) : "";
    }

    private Token advance() {
        Token current = token;
        token = lexer.next();
        return current;
    }

    private InvalidInputException expected(String wanted, String hint) {
        return lexer.wrong(token.position(), "expected " + wanted + " but found " + token + "." + hint);
    }
}
