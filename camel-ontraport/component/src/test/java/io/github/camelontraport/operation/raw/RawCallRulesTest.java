package io.github.camelontraport.operation.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.operation.catalog.Operations;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RawCallRulesTest {

    private static final List<Operation> ROWS =
            Operations.all().stream().filter(row -> !row.isRaw()).toList();

    private final RawCallRules rules = new RawCallRules(ROWS);
    private final ObjectNode parameters = JsonNodeFactory.instance.objectNode();

    static List<ApiCall> changingCalls() {
        return ROWS.stream()
                .flatMap(row -> row.calls().stream())
                .filter(call -> !call.reads())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changingCalls")
    void aCallOfARowIsTreatedAsTheRowSays(ApiCall call) {
        for (String path : List.of(call.path(), call.path().toUpperCase(Locale.ROOT))) {
            RawCallRule rule = rules.of(call.method(), path, parameters);

            assertThat(rule.guard()).isSameAs(call.guard());
            assertThat(rule.encoding()).isEqualTo(call.encoding());
            assertThat(rule.retryRule()).isSameAs(call.retryRule());
            assertThat(rule.chargesCard()).isEqualTo(call.chargesCard());
        }
    }

    /** Sources differ on methods, so the guard of a path holds for other methods too. */
    @ParameterizedTest
    @MethodSource("changingCalls")
    void theGuardOfAPathHoldsForOtherMethodsAndIsNeverRepeated(ApiCall call) {
        String other = call.method().equals("PUT") ? "POST" : "PUT";
        boolean known = ROWS.stream()
                .flatMap(row -> row.calls().stream())
                .anyMatch(row -> row.method().equals(other) && row.isAt(call.path()));

        if (!known) {
            RawCallRule rule = rules.of(other, call.path(), parameters);
            assertThat(ROWS.stream().flatMap(row -> row.calls().stream()))
                    .filteredOn(row -> !row.reads() && row.isAt(call.path()))
                    .extracting(ApiCall::guard)
                    .contains(rule.guard());
            assertThat(rule.retryRule()).isSameAs(OperationRetryRule.NEVER);
        }
    }

    @Test
    void aTypedPathIsTheGenericOneWithItsType() {
        assertThat(rules.of("PUT", "/contacts/tagByName", parameters).guard()).isSameAs(RequestGuards.MANY);
        assertThat(parameters.path("objectID").asText()).isEqualTo("0");
        assertThat(rules.of("DELETE", "/Deal", parameters).guard()).isSameAs(RequestGuards.ONE);
        assertThat(parameters.path("objectID").asText()).isEqualTo("149");
        assertThat(rules.of("POST", "/Rules", parameters).retryRule()).isSameAs(OperationRetryRule.NEVER);
    }

    @Test
    void aPathWithASecondNameHasTheSameRule() {
        assertThat(rules.of("PUT", "/objects/sequence", parameters).retryRule()).isSameAs(OperationRetryRule.NEVER);
        assertThat(rules.of("DELETE", "/objects/sequence", parameters).guard()).isSameAs(RequestGuards.MANY);
        assertThat(rules.of("DELETE", "/o10001s/fieldeditor", parameters).guard())
                .isSameAs(RequestGuards.FIELD_OR_SECTION);
    }

    @Test
    void readsAreAlwaysRepeatedAndNeverGuarded() {
        for (String method : List.of("GET", "HEAD")) {
            RawCallRule rule = rules.of(method, "/made/up", parameters);
            assertThat(rule.guard()).isSameAs(RequestGuards.NONE);
            assertThat(rule.retryRule()).isSameAs(OperationRetryRule.ALWAYS);
        }
    }

    @Test
    void anUnknownRemovalNamesItsRecordsAndTravelsInTheQuery() {
        RawCallRule rule = rules.of("DELETE", "/made/up", parameters);

        assertThat(rule.guard()).isSameAs(RequestGuards.ONE_OR_MANY);
        assertThat(rule.encoding()).isEqualTo(Encoding.QUERY);
        assertThat(rule.retryRule()).isSameAs(OperationRetryRule.NEVER);
    }

    @Test
    void anUnknownChangeMustNotSelect() {
        assertThat(rules.of("POST", "/made/up", parameters).guard()).isSameAs(RequestGuards.NO_SELECTION);
    }
}
