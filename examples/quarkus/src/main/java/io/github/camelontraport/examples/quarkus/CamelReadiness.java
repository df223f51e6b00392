package io.github.camelontraport.examples.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Camel's readiness checks, that of the watching route among them. The extension camel-quarkus-microprofile-health does more. */
@Readiness
@Singleton
public class CamelReadiness implements HealthCheck {

    @Inject
    CamelContext context;

    @Override
    public HealthCheckResponse call() {
        Collection<Result> results = HealthCheckHelper.invokeReadiness(context, "full");
        HealthCheckResponseBuilder response = HealthCheckResponse.named("camel")
                .status(results.stream().noneMatch(result -> result.getState() == State.DOWN));
        results.forEach(result ->
                response.withData(result.getCheck().getId(), result.getState().name()));
        return response.build();
    }
}
