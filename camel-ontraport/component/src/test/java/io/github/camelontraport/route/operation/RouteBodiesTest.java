package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.SandboxTestSupport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Bodies as routes carry them: streams that Camel caches, and those that are read once. */
class RouteBodiesTest extends SandboxTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:delete").to("ontraport:contacts?operation=delete").convertBodyTo(String.class);
                from("direct:create").to("ontraport:contacts?operation=create");
                from("direct:stream")
                        .to("ontraport:contacts?operation=search&streaming=true")
                        .to("ontraport:contacts?operation=tag&tags=a");
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

    /** It was used up by the first step, so that the second did nothing and said nothing. */
    @Test
    void whatCanBeReadOnlyOnceIsRefusedBeforeAnythingIsRead() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange streamed = send("direct:stream", null);

        assertThat(streamed.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("split it and send its elements, or search without streaming");
        assertThat(sandbox().requests()).extracting(SandboxRequest::method).containsExactly("GET");
        sandbox().forgetRequests();
        for (Object once : List.of(
                List.of(1).iterator(), Stream.of(1), List.of(Map.of("id", 1)).iterator())) {
            for (String operation : List.of(
                    "tag&tags=a",
                    "deleteAll",
                    "addToSequence&sequences=1",
                    "delete",
                    "get",
                    "create",
                    "createFields",
                    "assignTask")) {
                refused(send("ontraport:contacts?operation=" + operation, once), "read only once");
            }
            refused(send("ontraport:transactions?operation=refund", once), "read only once");
            refused(send("ontraport:raw?method=POST&path=/objects", once), "read only once");
            refused(
                    send("ontraport:contacts?operation=tag&tags=a", 1, Map.of(OntraportConstants.IDS, once)),
                    "read only once");
            refused(
                    send("ontraport:contacts?operation=create", Map.of("f1", once)),
                    "Field 'f1' cannot hold an Iterator");
        }
    }

    private static void refused(Exchange exchange, String words) {
        assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
