package io.github.camelontraport;

import io.github.camelontraport.account.ClientEnvironment;
import java.util.List;
import org.apache.camel.health.HealthCheck;

/** Gives tests of other packages what is package-private or protected in the root package. */
public final class RootPackage {

    private RootPackage() {}

    /** A component whose clock and transport the test supplies. */
    public static OntraportComponent component(ClientEnvironment environment) {
        return new OntraportComponent(environment);
    }

    /** Runs one poll on the calling thread. */
    public static int poll(OntraportConsumer consumer) throws Exception {
        return consumer.poll();
    }

    /** Runs the producer's health check once. */
    public static HealthCheck.Result checkProducer(OntraportEndpoint endpoint) {
        return new OntraportProducerHealthCheck(endpoint).call();
    }

    /** Names of the options that only consumers have. */
    public static List<String> consumerOptions() {
        return List.copyOf(ProducerOptions.OF_CONSUMERS);
    }
}
