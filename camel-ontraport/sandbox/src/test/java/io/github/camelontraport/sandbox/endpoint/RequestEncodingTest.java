package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEncodingTest extends AccountTestBase {

    private static final String[] NO_QUERY = {};

    @Test
    void textSurvivesEveryEncoding() {
        String name = "Zoë & Łukasz = 100% + 雪";
        api.form("POST", "/Contacts", "firstname", name);
        api.json("POST", "/Contacts", "{'firstname':'" + name + "'}");
        api.send("POST", "/Contacts", new String[] {"firstname", name}, null, null);

        assertThat(sandbox.records(0))
                .extracting(record -> record.get("firstname"))
                .containsExactly(name, name, name);
        assertThat(api.get("/Contacts", "search", "雪").ids()).isEqualTo("1,2,3");
        assertThat(api.get("/Contact", "id", "1").data().get("firstname").textValue())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"objectID\":0", "[]", "\"x\"", "{} {}", "objectID=0"})
    void malformedJsonIsRefused(String body) {
        assertRefused(api.send("POST", "/objects", NO_QUERY, ApiClient.JSON, body), "Malformed JSON");
    }

    @Test
    void otherContentTypesAreRefused() {
        assertRefused(api.send("POST", "/objects", NO_QUERY, "text/plain", "objectID=0"), "Unsupported content type");
    }

    /** No client has been seen to subscribe with JSON. */
    @Test
    void webhookSubscriptionsAreFormsOnly() {
        assertRefused(
                api.json("POST", "/Webhook/subscribe", "{'url':'http://localhost:1/x','event':'object_create(0)'}"),
                "Unsupported content type");
        assertThat(api.form("POST", "/Webhook/subscribe", "url", "http://localhost:1/x", "event", "object_create(0)")
                        .status())
                .isEqualTo(200);
        assertThat(api.json("DELETE", "/Webhook/unsubscribe", "{'id':1}").status())
                .isEqualTo(200);
    }

    @Test
    void headIsAGetWithoutABody() {
        ApiClient.Answer answer = api.send("HEAD", "/Contacts", NO_QUERY, null, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("X-Rate-Limit-Remaining")).isEqualTo("179");
        assertThat(api.send("HEAD", "/nowhere", NO_QUERY, null, null).status()).isEqualTo(404);
        assertThat(api.send("HEAD", "/Contact", new String[] {"id", "9"}, null, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void conditionsAreTextEvenInJson() {
        assertRefused(
                api.json("DELETE", "/objects", "{'objectID':0,'condition':[]}"),
                "Invalid value for parameter: condition");
    }

    @Test
    void acceptsAnEmptyQuery() {
        assertThat(api.get("/Contacts?").status()).isEqualTo(200);
    }

    private static void assertRefused(ApiClient.Answer answer, String sentence) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(sentence);
    }
}
