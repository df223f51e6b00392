package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.operation.OperationContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A call of the API whose nature is known, for raw calls.
 *
 * @param methods HTTP verbs
 * @param path    matches the path in lower case
 * @param guard   refuses what must not be sent
 * @param repeat  whether it may be repeated
 * @param traits  what else is to be known of it
 */
record RawCallRule(Set<String> methods, Pattern path, Guard guard, Repeat repeat, Set<Trait> traits) {

    enum Trait {
        /** It charges a card, so that its reply may be a decline. */
        CHARGES,
        /** Everything of it travels in the query: had a hop dropped its body, it could remove the whole type. */
        IN_QUERY
    }

    /** Refuses parameters, query and body together, with InvalidInputException. */
    @FunctionalInterface
    interface Guard {

        void check(ObjectNode parameters, OperationContext task);
    }

    /** Decides whether a call with these parameters may be repeated. */
    @FunctionalInterface
    interface Repeat {

        RetryRule of(OperationContext task, ObjectNode parameters);
    }

    boolean is(String method, String path) {
        return methods.contains(method) && this.path.matcher(path).matches();
    }
}
