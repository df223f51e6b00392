package io.github.camelontraport.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

/** The component writes and watches records on Camel Main of the newer LTS line. */
class CamelMainTest {

    private static final int CONTACTS = 0;
    private static final long PATIENCE_MILLIS = 30_000;

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:save").to("ontraport:contacts?operation=upsert");
            from("ontraport:contacts?event=created&startFrom=beginning&initialDelay=0&delay=100&settleTime=0")
                    .to("ontraport:contacts?operation=tag&tags=Welcome")
                    .to("mock:seen");
        }
    }

    @Test
    void writesAndWatches() throws Exception {
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            Main main = new Main();
            main.addInitialProperty("camel.component.ontraport.baseUrl", sandbox.baseUrl());
            main.addInitialProperty("camel.component.ontraport.apiKey", sandbox.apiKey());
            main.addInitialProperty("camel.component.ontraport.appId", sandbox.appId());
            main.configure().addRoutesBuilder(new Routes());
            main.start();
            try {
                CamelContext context = main.getCamelContext();
                assertThat(context.getVersion()).isEqualTo(System.getProperty("camel.version"));
                MockEndpoint seen = context.getEndpoint("mock:seen", MockEndpoint.class);
                seen.expectedMessageCount(1);
                seen.setResultWaitTime(PATIENCE_MILLIS);
                try (ProducerTemplate template = context.createProducerTemplate()) {
                    template.sendBody("direct:save", Map.of("email", "ada@example.com", "firstname", "Ada"));
                }
                seen.assertIsSatisfied();

                assertThat(sandbox.records(CONTACTS)).singleElement().satisfies(contact -> assertThat(
                                contact.get("firstname"))
                        .isEqualTo("Ada"));
            } finally {
                main.stop();
            }
        }
    }
}
