package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The route that the component is there for, as people write it: what is new gets a tag and a sequence. */
class WelcomeRouteTest extends SandboxTestSupport {

    private static final String ROUTE =
            """
            - route:
                id: welcome
                from:
                  uri: ontraport:contacts
                  parameters: { event: created, delay: 60000, startScheduler: false }
                  steps:
                    - to: { uri: ontraport:contacts, parameters: { operation: tag, tags: "Welcome" } }
                    - to: { uri: ontraport:contacts, parameters: { operation: addToSequence, sequences: "5" } }
                    - to: "mock:welcomed"
            """;

    @Test
    void newContactsAreTaggedAndPutOnASequence() throws Exception {
        sandbox().create(5, Map.of("id", 5, "name", "First steps"));
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("welcome.camel.yaml", ROUTE));
        OntraportConsumer consumer =
                (OntraportConsumer) context.getRoute("welcome").getConsumer();
        consumer.run();
        long nora = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        long ivo = sandbox().create(CONTACTS, Map.of("firstname", "Ivo"));
        getMockEndpoint("mock:welcomed").expectedMessageCount(2);

        consumer.run();

        getMockEndpoint("mock:welcomed").assertIsSatisfied();
        assertThat(record(getMockEndpoint("mock:welcomed").getExchanges().get(0)))
                .containsEntry("firstname", "Nora");
        for (long contact : new long[] {nora, ivo}) {
            assertThat(sandbox().find(CONTACTS, contact).orElseThrow())
                    .containsEntry("contact_cat", "*/*1*/*")
                    .containsEntry("updateSequence", "*/*5*/*");
        }
        assertThat(sandbox().records(TAGS)).singleElement().satisfies(tag -> assertThat(tag)
                .containsEntry("tag_name", "Welcome"));
    }
}
