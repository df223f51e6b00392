package io.github.camelontraport.support;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;

/** Health checks of a context that has not started yet, as Camel Main would set them up. */
public final class HealthChecks {

    private HealthChecks() {}

    public static void enable(CamelContext context, HealthCheckRepository checks) {
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
        registry.setCamelContext(context);
        checks.setEnabled(true);
        registry.register(checks);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    }

    /** What the checks say whose ids begin so. */
    public static List<Result> readiness(CamelContext context, String id) {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith(id))
                .toList();
    }
}
