package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.support.CapturedLog;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of Kamelet properties arrive as they are written; wrong and missing ones are refused. */
class KameletValuesTest extends KameletTestSupport {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "New Customer",
                "50%",
                "a+b",
                "R&D",
                "a=b&c=d",
                "\"Quoted\"",
                "it's",
                "(one) & two",
                "x)&y",
                "100 % 25",
                "a?b",
                "ünï 你好",
                "a\\b",
                "$5",
                "a;b|c"
            })
    void namesArriveAsWritten(String name) throws Exception {
        sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));
        // Camel itself cuts a value off at an ampersand that is not in RAW.
        String value = !name.contains("&") ? name : name.contains(")&") ? "RAW{" + name + "}" : "RAW(" + name + ")";
        sink("ontraport-action", "operation: tag", "tags: '" + value.replace("'", "''") + "'");

        Exchange tagged = send("direct:in", null, Map.of(OntraportConstants.RECORD_ID, 1));

        assertThat(tagged.getException()).isNull();
        assertThat(sandbox().records(TAGS)).singleElement().satisfies(tag -> assertThat(tag)
                .containsEntry("tag_name", name));
    }

    @Test
    void conditionsArriveAsWritten() throws Exception {
        sandbox().create(CONTACTS, Map.of("company", "A & B (50%+)", "email", "ada+1@example.com"));
        sandbox().create(CONTACTS, Map.of("company", "A"));
        sink(
                "ontraport-action",
                "operation: search",
                "condition: \"RAW(company = 'A & B (50%+)' AND email IN ('ada+1@example.com', 'x'))\"",
                "listFields: id");

        assertThat(send("direct:in").getMessage().getBody(String.class)).isEqualTo("[{\"id\":\"1\"}]");
    }

    @Test
    void aValueThatNoUriCanHoldIsRefused() {
        assertThatThrownBy(() -> sink("ontraport-action", "operation: tag", "tags: '100%25'"))
                .hasStackTraceContaining(
                        "Property tags: no URI can hold its value; give it in a header or in the body");
    }

    /** As with the Kamelets of Camel's catalogue. */
    @Test
    void aValueMayBeWrittenAsRaw() throws Exception {
        sandbox().create(CONTACTS, Map.of("email", "ada+1@example.com"));
        sink("ontraport-action", "operation: get", "email: RAW(ada+1@example.com)", "listFields: email");

        assertThat(send("direct:in").getMessage().getBody(String.class)).contains("\"ada+1@example.com\"");
    }

    @Test
    void propertiesOfTheApplicationConfigureAllOfAKind() throws Exception {
        context.getPropertiesComponent().addInitialProperty("camel.kamelet.ontraport-action.operation", "count");
        sink("ontraport-action");

        assertThat(send("direct:in").getMessage().getBody()).isEqualTo(0L);
    }

    @Test
    void anAccountOfItsOwnIsUsedAndNotLogged() throws Exception {
        try (CapturedLog log = new CapturedLog("");
                OntraportSandbox own = OntraportSandbox.builder()
                        .apiKey("k3y+of&a%kamelet")
                        .appId("2_1_Kamelet")
                        .start()) {
            sink("ontraport-sink", "apiKey: RAW(k3y+of&a%kamelet)", "appId: 2_1_Kamelet", "baseUrl: " + own.baseUrl());
            assertThat(send("direct:in", "{\"email\": \"ada@example.com\"}").getException())
                    .isNull();
            assertThat(own.records(CONTACTS)).hasSize(1);
            own.faults().always().status(401, "no");
            Exchange refused = send("direct:in", "{\"email\": \"ada@example.com\"}");

            assertThat(refused.getException()).isInstanceOf(OntraportAuthenticationException.class);
            assertThat(refused.getException().toString()).doesNotContain("k3y");
            assertThat(log.lines())
                    .filteredOn(line -> !line.startsWith("DEBUG") && !line.startsWith("TRACE"))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("k3y"));
        }
        assertThat(context.getEndpoints().toString()).doesNotContain("k3y");
    }

    @Test
    void withoutCredentialsItSaysWhereToSetThem() throws Exception {
        context.getComponent("ontraport", OntraportComponent.class)
                .getConfiguration()
                .setApiKey(null);

        assertThatThrownBy(() -> sink("ontraport-sink")).hasStackTraceContaining("No apiKey is given");
    }

    @Test
    void aMissingOperationIsNamed() {
        assertThatThrownBy(() -> sink("ontraport-action"))
                .hasStackTraceContaining("following mandatory parameters must be provided: operation");
    }

    @Test
    void wrongValuesAreRefusedAtStart() {
        assertThatThrownBy(() -> sink("ontraport-action", "operation: upsrt"))
                .hasStackTraceContaining("Did you mean 'upsert'?");
        assertThatThrownBy(() -> source("ontraport-source", "event: creatd")).hasStackTraceContaining("creatd");
        assertThatThrownBy(() -> source("ontraport-source", "startFrom: yesterday"))
                .hasStackTraceContaining("startFrom");
        assertThatThrownBy(() -> source("ontraport-source", "event: tagged"))
                .hasStackTraceContaining("one of tag (its name) and tagId");
        assertThatThrownBy(() -> source("ontraport-source", "delay: soon")).hasStackTraceContaining("delay");
        assertThatThrownBy(() -> source("ontraport-source", "stateRepository: '#none'"))
                .hasStackTraceContaining("none");
        assertThatThrownBy(() -> sink("ontraport-sync-sink", "syncMode: refresh"))
                .hasStackTraceContaining("syncLedger");
    }
}
