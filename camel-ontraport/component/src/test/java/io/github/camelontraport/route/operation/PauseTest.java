package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations pause and unpause. */
class PauseTest extends SandboxTestSupport {

    private static final int RULES = 6;

    @ParameterizedTest
    @CsvSource({"rules,6", "sequences,5", "sequenceSubscribers,8", "automations,140"})
    void pausesAndUnpauses(String plural, int type) {
        sandbox().create(type, Map.of());
        sandbox().create(type, Map.of());
        sandbox().create(type, Map.of());

        Exchange paused = send("ontraport:" + plural + "?operation=pause", List.of(1, 3));
        assertThat(paused.getException()).isNull();
        assertThat(paused.getMessage().getBody()).isEqualTo(List.of(1, 3));
        assertThat(paused.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, 2L)
                .doesNotContainKey(OntraportConstants.ACKNOWLEDGEMENT);
        assertThat(sandbox().records(type)).extracting(row -> row.get("pause")).containsExactly("1", "0", "1");
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST /objects/pause");
            assertThat(request.contentType()).startsWith("application/x-www-form-urlencoded");
            assertThat(PercentEncoding.decode(request.body()))
                    .isEqualTo(Map.of("objectID", Integer.toString(type), "ids", "1,3"));
        });

        assertThat(send("ontraport:" + plural + "?operation=unpause&recordId=3").getException())
                .isNull();
        assertThat(sandbox().records(type)).extracting(row -> row.get("pause")).containsExactly("1", "0", "0");
    }

    @Test
    void aSelectionIsReadIntoIdsFirst() {
        rule("Welcome");
        rule("Farewell");

        Exchange paused = send("ontraport:rules?operation=pause&condition=name = 'Farewell'");

        assertThat(paused.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 1L);
        assertThat(sandbox().records(RULES)).extracting(row -> row.get("pause")).containsExactly("0", "1");
        assertThat(sandbox().requests()).extracting(request -> request.method()).containsExactly("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "unpause"})
    void isRepeatedAndNeverMeansEverything(String operation) {
        rule("Welcome");
        String uri = "ontraport:rules?operation=" + operation;
        assertThat(send(uri).getException()).isInstanceOf(OntraportValidationException.class);
        assertThat(send(uri, List.of()).getException()).isNull();
        assertThat(sandbox().requestCount()).isZero();

        sandbox().faults().dropConnectionAfterCommit();
        assertThat(send(uri, 1).getMessage().getHeaders()).containsEntry(OntraportConstants.REQUESTS, 2);
    }

    @Test
    void isRefusedForOtherTypesByHeaderToo() {
        Exchange refused = send("ontraport:contacts", 1, Map.of(OntraportConstants.OPERATION, "pause"));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(
                        "Operation pause is for ontraport:sequences, ontraport:rules, ontraport:sequenceSubscribers, "
                                + "ontraport:campaignBuilderItems or automations, not for contacts");
        assertThat(sandbox().requestCount()).isZero();
    }

    private static void rule(String name) {
        sandbox().create(RULES, Map.of("name", name, "object_type_id", 0));
    }
}
