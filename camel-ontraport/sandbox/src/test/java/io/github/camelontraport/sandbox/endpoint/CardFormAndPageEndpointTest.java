package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Default cards, landing pages and forms. */
class CardFormAndPageEndpointTest extends AccountTestBase {

    @Test
    void subscriptionsAreListedUntilTheyEnd() {
        JsonNode subscribed = api.form(
                        "POST",
                        "/Webhook/subscribe",
                        "url",
                        "https://hooks.example/a",
                        "event",
                        "sub_tag(6)",
                        "data",
                        "{\"format\":\"notify\"}")
                .data();
        assertThat(subscribed.path("id").isInt()).isTrue();

        JsonNode listed = api.get("/Webhooks").data().get(0);
        assertThat(listed.path("id").isTextual()).isTrue();
        assertThat(listed.path("event").asText()).isEqualTo("sub_tag(6)");
        assertThat(listed.path("last_hook").isNull()).isTrue();
        assertThat(api.get("/Webhook", "id", "1").data().path("id").isInt()).isTrue();

        assertThat(api.delete("/Webhook/unsubscribe", "id", "1").data().asText())
                .isEqualTo("Deleted");
        assertThat(api.get("/Webhooks").data()).isEmpty();
        assertThat(api.delete("/Webhook/unsubscribe", "id", "1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            -,                   sub_tag(6),    -,                 Missing required parameter: url
            https://hooks.example, -,           -,                 Missing required parameter: event
            https://hooks.example, sub_tag,     -,                 Invalid value for parameter: event
            https://hooks.example, object_update(0), -,            Invalid value for parameter: event
            https://hooks.example, sub_tag(6),  notify,            Invalid value for parameter: data
            https://hooks.example, sub_tag(6),  {"format":"all"},  Invalid value for parameter: data
            """,
            quoteCharacter = '`')
    void refusesInvalidSubscriptions(String url, String event, String data, String text) {
        assertThat(api.form(
                                "POST",
                                "/Webhook/subscribe",
                                "url",
                                url == null ? "" : url,
                                "event",
                                event == null ? "" : event,
                                "data",
                                data == null ? "" : data)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void aContactHasOneDefaultCard() {
        sandbox.create(45, Map.of("contact_id", 1, "status", 3));
        sandbox.create(45, Map.of("contact_id", 1, "status", 2));
        sandbox.create(45, Map.of("contact_id", 2, "status", 3));

        assertThat(api.form("PUT", "/CreditCard/default", "id", "2").data().toString())
                .contains("\"id\":\"2\"", "\"status\":\"4\"");

        assertThat(sandbox.records(45)).extracting(card -> card.get("status")).containsExactly("1", "4", "3");
        assertThat(api.form("PUT", "/CreditCard/default", "id", "9").status()).isEqualTo(404);
    }

    @Test
    void landingPagesCountFourVariants() {
        sandbox.create(20, Map.of("name", "Offer"));

        JsonNode page = api.get("/LandingPage", "id", "1").data();
        for (String column : List.of("visits_", "unique_visits_", "convert_", "unique_convert_")) {
            assertThat(page.has(column + "0")).as(column).isTrue();
            assertThat(page.has(column + "3")).as(column).isTrue();
        }
    }

    @Test
    void landingPagesHaveAHostedUrl() {
        sandbox.create(20, Map.of("name", "Offer", "domain", "offer.example"));
        sandbox.create(20, Map.of("name", "Other"));

        assertThat(api.get("/landingPage/getHostedURL", "id", "1").data().asText())
                .isEqualTo("https://offer.example/p/1");
        assertThat(api.get("/landingPage/getHostedURL", "id", "2").data().asText())
                .isEqualTo("https://pages.example/p/2");
        assertThat(api.get("/landingPage/getHostedURL", "id", "3").status()).isEqualTo(404);
    }

    @Test
    void formsHaveHtmlAndBlocks() {
        sandbox.create(22, Map.of("form_id", 7, "formname", "Old"));
        IntStream.rangeClosed(1, 51)
                .forEach(i -> sandbox.create(122, Map.of("form_id", 100 + i, "formname", "Form " + i)));

        assertThat(api.get("/form", "id", "7").data().asText()).startsWith("<form ");
        assertThat(api.get("/form", "id", "101").data().asText()).contains("p101");
        assertThat(api.get("/form", "id", "8").status()).isEqualTo(404);
        assertThat(api.get("/Form/getAllFormBlocks").data()).hasSize(50);
        assertThat(api.get("/Form/getAllFormBlocks", "page", "1").data().toString())
                .isEqualTo("{\"f151\":\"Form 51\"}");
        assertThat(api.get("/Form/getAllFormBlocks", "page", "2").data().toString())
                .isEqualTo("[]");
        assertThat(api.get("/Form/getAllFormBlocks", "page", "-1").text())
                .isEqualTo("Invalid value for parameter: page");
        assertThat(api.get("/Form/getBlocksByFormName", "name", "Form 3")
                        .data()
                        .path("block_ids")
                        .get(0)
                        .asText())
                .isEqualTo("f103");
        assertThat(api.get("/Form/getBlocksByFormName").status()).isEqualTo(400);
    }
}
