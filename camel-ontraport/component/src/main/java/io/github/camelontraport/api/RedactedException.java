package io.github.camelontraport.api;

import java.io.IOException;

/** Stands for a cause whose texts held a credential: its type, cleaned text and stack trace. */
final class RedactedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String description;

    RedactedException(String description, StackTraceElement[] stackTrace) {
        super(description);
        this.description = description;
        setStackTrace(stackTrace);
    }

    /** Begins with the type of the original, as stack traces show it. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return description;
    }
}
