package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;

/** Routes in YAML that use the Kamelets of the jar. */
abstract class KameletTestSupport extends SandboxTestSupport {

    /** The exchanges that came out of the sources. */
    final List<Exchange> got = new CopyOnWriteArrayList<>();

    /** Loads a route from the source, which ends in {@link #got}. */
    void source(String kamelet, String... properties) throws Exception {
        context.getRegistry().bind("got", (Processor) exchange -> got.add(exchange.copy()));
        load("- route:\n    from:\n" + endpoint("      ", kamelet, properties)
                + "      steps:\n        - process:\n            ref: got\n");
    }

    /** Loads a route from direct:in to the sink or action. */
    void sink(String kamelet, String... properties) throws Exception {
        load("- route:\n    from:\n      uri: direct:in\n      steps:\n        - to:\n"
                + endpoint("            ", kamelet, properties));
    }

    /** Its key and app id have what URIs and Kamelets treat specially. */
    static OntraportSandbox startAccountWithSpecialCharacters() {
        return OntraportSandbox.builder()
                .apiKey("k3y+of&a%kamelet")
                .appId("2_1_A+B&C%D")
                .start();
    }

    /** The properties, and those that lead to the account: in RAW, as Camel cuts a value off at an ampersand. */
    static String[] credentials(OntraportSandbox account, String... properties) {
        return Stream.concat(
                        Stream.of(properties),
                        Stream.of(
                                "apiKey: RAW(" + account.apiKey() + ")",
                                "appId: RAW(" + account.appId() + ")",
                                "baseUrl: " + account.baseUrl()))
                .toArray(String[]::new);
    }

    final void load(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("test.camel.yaml", yaml));
    }

    private static String endpoint(String indent, String kamelet, String... properties) {
        return indent + "uri: kamelet:" + kamelet + "\n"
                + (properties.length == 0
                        ? ""
                        : indent + "parameters:\n"
                                + Arrays.stream(properties)
                                        .map(property -> indent + "  " + property + "\n")
                                        .collect(Collectors.joining()));
    }

    /** Waits until so many records came. */
    List<String> await(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got)
                .hasSize(count));
        return bodies();
    }

    private List<String> bodies() {
        return got.stream()
                .map(exchange -> exchange.getMessage().getBody(String.class))
                .toList();
    }
}
