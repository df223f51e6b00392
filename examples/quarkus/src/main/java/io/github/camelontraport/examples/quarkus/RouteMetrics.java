package io.github.camelontraport.examples.quarkus;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;

/** Counts and times the exchanges of every route. The extension camel-quarkus-micrometer does more. */
@Singleton
public class RouteMetrics {

    @Produces
    @Singleton
    @Named("routeMetrics")
    MicrometerRoutePolicyFactory factory(MeterRegistry registry) {
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setMeterRegistry(registry);
        return factory;
    }
}
