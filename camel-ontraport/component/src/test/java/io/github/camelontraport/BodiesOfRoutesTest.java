package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Bodies as routes carry them: streams that Camel caches. */
class BodiesOfRoutesTest extends SandboxTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:delete").to("ontraport:contacts?operation=delete").convertBodyTo(String.class);
                from("direct:create").to("ontraport:contacts?operation=create");
            }
        };
    }

    @Test
    void aStreamIsReadAsText() {
        Exchange created = send("direct:create", stream("{\"firstname\":\"Zoë\"}"));

        assertThat(created.getException()).isNull();
        assertThat(record(created)).containsEntry("firstname", "Zoë");
    }

    @Test
    void aStreamThatTheOperationOnlyReadsCanBeReadAgainBehindIt() {
        long id = sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange deleted = send("direct:delete", stream("{\"id\":" + id + "}"));

        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getBody()).isEqualTo("{\"id\":" + id + "}");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
