package io.github.camelontraport.route.poll;

import io.github.camelontraport.support.HealthChecks;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.impl.health.ConsumersHealthCheckRepository;

/** Polls whose health Camel checks. */
abstract class ConsumerHealthTestSupport extends PollingTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HealthChecks.enable(context, new ConsumersHealthCheckRepository());
        return context;
    }

    final Result health() {
        return HealthChecks.readiness(context, "consumer:" + ROUTE).get(0);
    }
}
