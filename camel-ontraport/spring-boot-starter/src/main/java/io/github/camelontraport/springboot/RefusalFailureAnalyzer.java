package io.github.camelontraport.springboot;

import io.github.camelontraport.api.InvalidInputException;
import org.apache.camel.FailedToStartRouteException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what the component refuses at the start as a sentence in place of a stack trace. */
final class RefusalFailureAnalyzer extends AbstractFailureAnalyzer<InvalidInputException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidInputException cause) {
        FailedToStartRouteException route = findCause(rootFailure, FailedToStartRouteException.class);
        String where = route == null ? "" : "Route " + route.getRouteId() + " does not start. ";
        return new FailureAnalysis(where + cause.getMessage(), null, cause);
    }
}
