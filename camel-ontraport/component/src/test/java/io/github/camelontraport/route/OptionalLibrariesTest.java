package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.operation.sync.LedgerScope;
import io.github.camelontraport.support.ClassPathWithout;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component works, and its console shows what it does, where libraries are missing that it can do without. */
class OptionalLibrariesTest {

    @ParameterizedTest
    @CsvSource({
        "camel-endpointdsl, org.apache.camel.builder.endpoint.EndpointRouteBuilder",
        "camel-telemetry, org.apache.camel.telemetry.SpanDecorator",
        "h2, org.h2.mvstore.MVStore",
        "micrometer, io.micrometer.core.instrument.MeterRegistry"
    })
    void theComponentWorksWithout(String jar, String missingClass) throws Exception {
        assertThat(ClassPathWithout.run(jar, missingClass, Refused.class))
                .contains("Operation get needs recordId")
                .endsWith("\nontraport, account 1 at 127.0.0.1: 180 of 180 requests a minute remain, 0 calls wait\n");
    }

    @Test
    void aLedgerInAFileNamesItsLibrary() throws Exception {
        assertThat(ClassPathWithout.run("h2", "org.h2.mvstore.MVStore", OpenedLedger.class))
                .isEqualTo("FileSyncLedger needs the library com.h2database:h2-mvstore on the class path");
    }

    /** Gives what a message without an id ends with, and what the console shows. */
    public static final class Refused implements Supplier<String> {

        @Override
        public String get() {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                Exchange refused = context.createProducerTemplate()
                        .request(
                                "ontraport:contacts?operation=get&apiKey=a&appId=b&baseUrl=http://127.0.0.1:1/1",
                                exchange -> {});
                return refused.getException().getMessage() + "\n"
                        + PluginHelper.getDevConsoleResolver(context)
                                .resolveDevConsole("ontraport")
                                .call(DevConsole.MediaType.TEXT);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Gives what opening a ledger says. */
    public static final class OpenedLedger implements Supplier<String> {

        @Override
        public String get() {
            try {
                new FileSyncLedger(Path.of("target/never.ledger")).open(new LedgerScope("account", "0/email"), false);
                return "opened";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }
    }
}
