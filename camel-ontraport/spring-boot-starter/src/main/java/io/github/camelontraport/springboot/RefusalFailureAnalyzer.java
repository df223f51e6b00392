package io.github.camelontraport.springboot;

import io.github.camelontraport.api.InvalidInputException;
import org.apache.camel.FailedToStartRouteException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the log of a start that the component refused with the reason as a sentence. */
final class RefusalFailureAnalyzer extends AbstractFailureAnalyzer<InvalidInputException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidInputException cause) {
        FailedToStartRouteException route = findCause(rootFailure, FailedToStartRouteException.class);
        String where = route == null ? "" : "Route " + route.getRouteId() + " does not start. ";
        return new FailureAnalysis(where + cause.getMessage(), null, cause);
    }
}
