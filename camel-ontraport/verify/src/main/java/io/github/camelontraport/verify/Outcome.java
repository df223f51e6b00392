package io.github.camelontraport.verify;

/** The result of a check. */
enum Outcome {
    HOLDS("holds"),
    DOES_NOT_HOLD("does not hold"),
    NOT_TRIED("could not be tried");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
