package io.github.camelontraport.api.condition;

/**
 * A piece of the short form.
 *
 * @param text the content of a quoted text without its quotes, otherwise the piece as written
 * @param position where it starts, counted from 1
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        /** In double quotes: the label of a field, or a text, by its place. */
        LABEL_OR_STRING,
        SYMBOL,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isWord(String wanted) {
        return kind == Kind.WORD && text.equalsIgnoreCase(wanted);
    }

    /** For error messages. */
    @Override
    public String toString() {
        return switch (kind) {
            case END -> "the end";
            case STRING, LABEL_OR_STRING -> "the text '" + text + "'";
            default -> "'" + text + "'";
        };
    }
}
