package io.github.camelontraport.springboot;

import io.github.camelontraport.api.InvalidInputException;
import java.util.Optional;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the log of a start that the component refused with the reason as a sentence. */
final class RefusalFailureAnalyzer extends AbstractFailureAnalyzer<InvalidInputException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidInputException cause) {
        String where = routeId(rootFailure)
                .map(route -> "Route " + route + " does not start. ")
                .orElse("");
        return new FailureAnalysis(where + cause.getMessage(), null, cause);
    }

    private Optional<String> routeId(Throwable failure) {
        FailedToStartRouteException started = findCause(failure, FailedToStartRouteException.class);
        FailedToCreateRouteException created = findCause(failure, FailedToCreateRouteException.class);
        return started != null
                ? Optional.ofNullable(started.getRouteId())
                : Optional.ofNullable(created).map(FailedToCreateRouteException::getRouteId);
    }
}
