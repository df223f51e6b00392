package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of options arrive as they are written: cases beside {@link WrittenValuesPropertyTest}. */
class WrittenValuesTest extends SandboxTestSupport {

    private void yaml(String... parameters) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "route.camel.yaml",
                        "- route:\n    from:\n      uri: direct:route\n      steps:\n        - to:\n"
                                + "            uri: ontraport:contacts\n            parameters:\n              "
                                + String.join("\n              ", parameters) + "\n"));
    }

    @Test
    void aConditionInRawDeletesOnlyWhatItSays() throws Exception {
        sandbox().create(CONTACTS, Map.of("company", "Route 25"));
        sandbox().create(CONTACTS, Map.of("company", "Bakery"));
        yaml("operation: deleteAll", "condition: \"RAW(company LIKE '%25%')\"");

        send("direct:route");

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("company"))
                .containsExactly("Bakery");
    }

    @Test
    void aConditionWhosePercentSignsCamelWouldDecodeIsRefusedAtStart() {
        assertThatThrownBy(() -> yaml("operation: deleteAll", "condition: \"company LIKE '%25%'\""))
                .hasStackTraceContaining("Write it as RAW(company LIKE '%25%')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            RAW(C++)           | C++
            RAW(R&D)           | R&D
            RAW(50% R&D)       | 50% R&D
            10% de descuento   | 10% de descuento
            RAW(10%de)         | 10%de
            """)
    void aTagInYamlGetsItsName(String written, String name) throws Exception {
        long contact = sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));
        yaml("operation: tag", "recordId: \"" + contact + "\"", "tags: \"" + written + "\"");

        send("direct:route");

        assertThat(sandbox().records(TAGS))
                .extracting(tag -> tag.get("tag_name"))
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            C++           | C++
            VIP Kunde     | VIP Kunde
            100%25        | 100%25
            '%Baker%'     | '%Baker%'
            RAW(R&D 50%)  | R&D 50%
            """)
    void behindWebhookATagArrivesAsItIsWritten(String written, String name) {
        WebhookEndpoint webhook = context.getEndpoint(
                "webhook:ontraport:contacts?event=tagged&webhookPath=/x&webhookExternalUrl=https://hooks.example.com&tag="
                        + written,
                WebhookEndpoint.class);

        OntraportEndpoint endpoint = (OntraportEndpoint) webhook.getEndpoint();
        assertThat(endpoint.getPollConfiguration().getTag()).isEqualTo(name);
    }

    @Test
    void aPlusThatToDWouldLoseIsRefused() throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:lost").toD("ontraport:contacts?operation=search&search=a+b");
                from("direct:raw").toD("ontraport:contacts?operation=search&search=RAW(a+b)");
            }
        });

        assertThatThrownBy(() -> template.requestBody("direct:lost", (Object) null))
                .hasStackTraceContaining("toD: a plus in its URI joins texts and is lost");
        assertThat(template.requestBody("direct:raw", (Object) null)).isEqualTo(List.of());
    }
}
