package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of options arrive as they are written: cases beside {@link WrittenValuesPropertyTest}. */
class WrittenValuesTest extends SandboxTestSupport {

    private void yaml(String... parameters) throws Exception {
        yamlWithUri("ontraport:contacts", parameters);
    }

    private void yamlWithUri(String uri, String... parameters) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "route.camel.yaml",
                        "- route:\n    from:\n      uri: direct:route\n      steps:\n        - to:\n"
                                + "            uri: " + uri + "\n            parameters:\n              "
                                + String.join("\n              ", parameters) + "\n"));
    }

    private void createContacts(String... companies) {
        for (String company : companies) {
            sandbox().create(CONTACTS, Map.of("company", company));
        }
    }

    private static List<Object> companies() {
        return sandbox().records(CONTACTS).stream()
                .map(record -> record.get("company"))
                .toList();
    }

    private void routes() throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:recipientList").recipientList(header("to")).delimiter("false");
                from("direct:routingSlip").routingSlip(header("to")).uriDelimiter("\u0001");
                from("direct:enrich").enrich().header("to");
                from("direct:pollEnrich").pollEnrich().header("to").timeout(0);
                from("direct:toD").toD("${header.to}");
            }
        });
    }

    private static RouteBuilder to(String uri) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:route").to(uri);
            }
        };
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

    @Test
    void aUriWithSlashesIsReadAsItIsWritten() throws Exception {
        createContacts("Bakery", "Dairy");

        assertThatThrownBy(() -> context.addRoutes(
                        to("ontraport://contacts?operation=deleteAll&condition=company LIKE '%25%25'")))
                .hasStackTraceContaining("No URI can hold it; give it in a header");
        assertThatThrownBy(() -> yamlWithUri(
                        "ontraport://contacts", "operation: deleteAll", "condition: \"company LIKE '%25%25'\""))
                .hasStackTraceContaining("No URI can hold it; give it in a header");
        assertThat(companies()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"tags,C++", "uniqueId,a+b", "email,nora+x@example.com", "search,%41"})
    void aUriThatIsItsOwnNormalFormIsNotDecoded(String option, String value) {
        assertThatThrownBy(() -> context.addRoutes(to("ontraport://contacts?" + option + "=" + value)))
                .hasStackTraceContaining("RAW(" + value + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipientList", "routingSlip", "enrich", "toD"})
    void aChangingCallWithBlanksShowsTheRawFormThatWorks(String way) throws Exception {
        createContacts("New Bakery", "Dairy");
        routes();
        String uri = "ontraport:contacts?operation=deleteAll&condition=";
        String raw = "RAW(company = 'New Bakery')";

        Exchange refused = send("direct:" + way, null, Map.of("to", uri + "company = 'New Bakery'"));
        assertThat(refused.getException()).hasStackTraceContaining("Write it as " + raw);
        assertThat(companies()).hasSize(2);

        assertThat(send("direct:" + way, null, Map.of("to", uri + raw)).getException())
                .isNull();
        assertThat(companies()).containsExactly("Dairy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipientList", "routingSlip", "enrich", "toD"})
    void percentSignsInRawArriveInEveryWay(String way) throws Exception {
        createContacts("Route 25", "Dairy");
        routes();
        String uri = "ontraport:contacts?operation=deleteAll&condition=RAW(company LIKE '%25%')";

        assertThat(send("direct:" + way, null, Map.of("to", uri)).getException())
                .isNull();

        assertThat(companies()).containsExactly("Dairy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipientList", "routingSlip", "enrich", "toD"})
    void encodedIdsAndAddressesNeedNoRaw(String way) throws Exception {
        long id = sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));
        routes();

        assertThat(send("direct:" + way, null, Map.of("to", "ontraport:contacts?operation=get&email=ada@example.com"))
                        .getException())
                .isNull();
        assertThat(send("direct:" + way, null, Map.of("to", "ontraport:contacts?operation=deleteAll&ids=" + id + ",99"))
                        .getException())
                .isNull();
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @Test
    void aPlusIsRefusedBesideAnEndpointWithABlank() throws Exception {
        context.addRoutes(to("ontraport:contacts?operation=search&search=RAW(a b)"));
        assertThatThrownBy(() -> context.addRoutes(to("ontraport:contacts?operation=search&search=a+b")))
                .hasStackTraceContaining("RAW(a+b)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleteAll", "tag&tags=x", "untag&tags=x"})
    void aPatternOfAnyTextChangesNothing(String operation) throws Exception {
        createContacts("Bakery", "Dairy");

        assertThatThrownBy(() -> context.addRoutes(
                        to("ontraport:contacts?operation=" + operation + "&condition=RAW(company LIKE '%25')")))
                .hasStackTraceContaining("CamelOntraportCondition");
        assertThat(companies()).hasSize(2);
    }

    @Test
    void aPatternOfAnyTextIsRefusedWhenTheOperationComesByHeader() throws Exception {
        createContacts("Bakery", "Dairy");
        context.addRoutes(to("ontraport:contacts?condition=RAW(company LIKE '%25' AND city LIKE '%25')"));

        assertThat(send("direct:route", null, Map.of("CamelOntraportOperation", "deleteAll"))
                        .getException())
                .hasStackTraceContaining("allowAll=true without a selection");
        assertThat(companies()).hasSize(2);
        assertThat(send("direct:route", null, Map.of("CamelOntraportOperation", "count"))
                        .getException())
                .isNull();
        assertThat(send(
                                "direct:route",
                                null,
                                Map.of(
                                        "CamelOntraportOperation",
                                        "deleteAll",
                                        "CamelOntraportCondition",
                                        "company LIKE '%'"))
                        .getException())
                .isNull();
        assertThat(companies()).isEmpty();
    }

    @Test
    void aPollingConsumerRefusesWhatWouldNotArrive() throws Exception {
        String uri = "ontraport:contacts?event=tagged&tag=C++";
        assertThatThrownBy(() -> consumer.receiveNoWait(uri)).hasStackTraceContaining("Write it as RAW(C++)");

        routes();
        assertThat(send("direct:pollEnrich", null, Map.of("to", uri)).getException())
                .hasStackTraceContaining("RAW(C++)");
        String raw = "ontraport:contacts?event=tagged&tag=RAW(C++)";
        assertThat(send("direct:pollEnrich", null, Map.of("to", raw)).getException())
                .isNull();
        assertThat(context.getEndpoint(raw, OntraportEndpoint.class)
                        .getPollConfiguration()
                        .getTag())
                .isEqualTo("C++");
    }

    @Test
    void aPlusBehindABracketInRawNeedsTheOtherBrackets() throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:lost").toD("ontraport:contacts?operation=search&search=RAW((a)+b)");
                from("direct:raw").toD("ontraport:contacts?operation=search&search=RAW{(a)+b}");
            }
        });

        assertThat(send("direct:lost").getException()).hasMessageContaining("RAW{value}");
        assertThat(send("direct:raw").getException()).isNull();
        assertThat(sandbox().requests().get(0).query()).containsEntry("search", "(a)+b");
    }
}
