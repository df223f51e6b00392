package io.github.camelontraport.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.ApiClient.Answer;
import io.github.camelontraport.sandbox.support.DeliveryReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its state over HTTP. What a browser makes of them is in {@link SandboxPageIT}. */
class SandboxPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    static final OntraportSandboxExtension ACCOUNT = new OntraportSandboxExtension(
            builder -> builder.apiKey("k3y-of-the-page").appId("2_99_PageApp"));

    private OntraportSandbox sandbox;
    private ApiClient api;
    /** Without the version of the API. */
    private ApiClient root;

    @BeforeEach
    void connect() {
        sandbox = ACCOUNT.sandbox();
        api = ApiClient.of(sandbox);
        root = new ApiClient(sandbox.pageUrl().replaceAll("/$", ""), "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_sandbox/page.css", "/_sandbox/page.js", SandboxPage.STATE_PATH})
    void servesThePageWithoutCredentialsAndWithoutAnythingFromElsewhere(String path) {
        Answer answer = ApiClient.exchange(
                root.request("GET", path, new String[0], null, null).build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(answer.text()).doesNotContain("http://", "https://", sandbox.apiKey(), sandbox.appId());
    }

    @Test
    void aPageIsNoRequestToTheApi() {
        sandbox.faults().always().status(503, "Service unavailable");

        assertThat(root.get("/").status()).isEqualTo(200);
        assertThat(state().at("/faults/requests")).hasSize(1);
        assertThat(sandbox.requestCount()).isZero();
        assertThat(state().at("/rate/used").asInt()).isZero();
    }

    @Test
    void onlyReadsOfItsPathsAreForThePage() {
        assertThat(root.send("HEAD", "/", new String[0], null, null).text()).isEmpty();
        assertThat(root.send("HEAD", "/", new String[0], null, null).status()).isEqualTo(200);
        assertThat(root.form("POST", "/_sandbox/state", "a", "b").status()).isEqualTo(401);
        assertThat(root.get("/_sandbox/other").status()).isEqualTo(401);
        assertThat(sandbox.requests()).hasSize(2);
    }

    @Test
    void showsTheLatestRequestsAndTheRate() {
        api.json("POST", "/objects", "{'objectID':150,'name':'Lighthouse'}");
        api.get("/objects", "objectID", "14");
        api.get("/Contacts");
        api.send("PUT", "/objects", new String[0], ApiClient.JSON, "{");
        sandbox.faults().dropConnectionBeforeCommit();
        sandbox.answer("GET", "/1/Contacts", Map.of(), "");

        JsonNode state = state();

        assertThat(rows(state.at("/requests/latest"), "method", "path", "type", "status"))
                .containsExactly(
                        "GET /Contacts  0",
                        "PUT /objects  400",
                        "GET /Contacts  200",
                        "GET /objects Tag 200",
                        "POST /objects Company 200");
        assertThat(state.at("/requests/latest/0/time").asLong())
                .isEqualTo(state.at("/time").asLong());
        assertThat(state.at("/requests/total").asInt()).isEqualTo(5);
        assertThat(state.at("/rate/limit").asInt()).isEqualTo(180);
        assertThat(state.at("/rate/used").asInt()).isEqualTo(4);
    }

    @Test
    void showsRecordsThatChangedLastFirst() {
        long first = sandbox.create(0, Map.of("firstname", "Nora", "lastname", "Stone", "email", "nora@example.com"));
        sandbox.clock().advance(Duration.ofMinutes(1));
        sandbox.create(0, Map.of("firstname", "Zoë"));
        sandbox.create(16, Map.of("name", "Workshop"));
        sandbox.clock().advance(Duration.ofMinutes(1));
        sandbox.update(0, first, Map.of("city", "Bend"));

        JsonNode records = state().path("records");

        assertThat(rows(records.path("types"), "name", "count")).contains("Contact 2", "Product 1");
        assertThat(rows(records.path("changed"), "typeName", "name"))
                .startsWith("Contact Nora Stone nora@example.com")
                .contains("Contact Zoë", "Product Workshop");
        assertThat(rows(records.at("/changed/0/fields"), "field", "label", "value"))
                .contains("city City Bend", "firstname First Name Nora")
                .noneMatch(field -> field.startsWith("state "));
    }

    @Test
    void showsTheNewestOfManyAndShortensLongValues() {
        for (int i = 1; i <= 30; i++) {
            sandbox.create(14, Map.of("tag_name", "Tag " + i));
        }
        sandbox.create(14, Map.of("tag_name", "x".repeat(299) + "😀" + "x".repeat(5_000)));

        JsonNode tags = Stream.iterate(0, i -> i + 1)
                .map(i -> state().at("/records/types").path(i))
                .filter(type -> type.path("type").asInt() == 14)
                .findFirst()
                .orElseThrow();

        assertThat(tags.path("count").asInt()).isEqualTo(31);
        assertThat(tags.path("newest")).hasSize(10);
        assertThat(tags.at("/newest/0/name").asText()).isEqualTo("x".repeat(299) + "…");
        assertThat(tags.at("/newest/1/name").asText()).isEqualTo("Tag 30");
    }

    @Test
    void showsFaultsThatAreStillToComeAndSwitches() {
        sandbox.faults().on("POST", "/objects").skip(1).times(3).status(503, "Service unavailable");
        sandbox.faults().always().delay(Duration.ofMillis(250));
        sandbox.faults().on(null, "/Contacts").dropConnectionAfterCommit();
        sandbox.faults().ignoreSort(true).tagDelay(Duration.ofSeconds(5));
        sandbox.webhooks().every(100).drop();
        sandbox.webhooks().on("sub_tag(6)").repeat();
        sandbox.answer("POST", "/1/objects", Map.of(), "");
        sandbox.answer("POST", "/1/objects", Map.of(), "");

        JsonNode faults = state().path("faults");

        assertThat(rows(faults.path("requests"), "target", "schedule", "effect"))
                .containsExactly(
                        "POST /objects the next 2 HTTP 503",
                        "any request all the reply is late by 250 ms",
                        "any method /Contacts the next one executed, connection dropped");
        assertThat(rows(faults.path("deliveries"), "target", "schedule", "effect"))
                .containsExactly("any delivery one in 100 does not arrive", "sub_tag(6) the next one is sent twice");
        assertThat(faults.path("switches")).map(JsonNode::asText).containsExactly("ignoreSort", "tagDelay of 5 s");
    }

    @Test
    void showsWebhooksWithoutTheTokensInTheirUrls() {
        try (DeliveryReceiver receiver = new DeliveryReceiver()) {
            String url = receiver.url("/hook");
            api.form("POST", "/Webhook/subscribe", "url", url + "?token=s3cret", "event", "object_create(0)");
            sandbox.create(0, Map.of("firstname", "Nora"));
            sandbox.webhooks().awaitQuiet(PATIENCE);

            JsonNode state = state();

            assertThat(rows(state.at("/webhooks/subscriptions"), "event", "url"))
                    .containsExactly("object_create(0) " + url);
            assertThat(rows(state.at("/webhooks/latest"), "event", "url", "attempt", "status"))
                    .containsExactly("object_create(0) " + url + " 1 200");
            assertThat(state.at("/webhooks/total").asInt()).isEqualTo(1);
            assertThat(state.toString()).doesNotContain("s3cret");
        }
    }

    private JsonNode state() {
        return root.get(SandboxPage.STATE_PATH).json();
    }

    /** Of each row these members, separated by blanks. */
    private static List<String> rows(JsonNode rows, String... members) {
        return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                .map(rows::path)
                .map(row -> String.join(
                        " ",
                        Stream.of(members)
                                .map(member -> row.path(member).asText())
                                .toList()))
                .toList();
    }
}
