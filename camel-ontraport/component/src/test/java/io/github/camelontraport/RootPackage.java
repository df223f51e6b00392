package io.github.camelontraport;

import io.github.camelontraport.account.AccountContext;
import io.github.camelontraport.account.ClientEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;

/** Gives tests of other packages what is package-private or protected in the root package. */
public final class RootPackage {

    private RootPackage() {}

    /** A component whose clock and transport the test supplies. */
    public static OntraportComponent component(ClientEnvironment environment) {
        return new OntraportComponent(environment);
    }

    /** The accounts that the component has used. */
    public static List<AccountContext> accounts(OntraportComponent component) {
        return component.accounts();
    }

    /** What the developer console calls the states of polling consumers. */
    public static List<String> pollStatuses() {
        return Stream.of(PollStatus.Phase.values()).map(ConsoleSection::words).toList();
    }

    /** Runs one poll on the calling thread. */
    public static int poll(OntraportConsumer consumer) throws Exception {
        return consumer.poll();
    }

    /** Runs the producer's health check once. */
    public static HealthCheck.Result checkProducer(OntraportEndpoint endpoint) {
        return new OntraportProducerHealthCheck(endpoint).call();
    }

    /** Those of the options that an endpoint in {@code to} refuses, as they are for consumers. */
    public static Set<String> consumerOptions(CamelContext context, Collection<String> options) {
        OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
        String uri = "ontraport:contacts?" + String.join("=1&", options) + "=1";
        return new EndpointOptions(
                        new OntraportEndpoint(uri, component, null, "contacts", component.getConfiguration()))
                .givenForConsumers();
    }
}
