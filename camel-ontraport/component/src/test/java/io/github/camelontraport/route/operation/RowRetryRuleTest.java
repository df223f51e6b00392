package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of the table says of repeating is what is done, by the operation and by the raw call that equals it. */
class RowRetryRuleTest extends SandboxTestSupport {

    private static final String SALE = "{\"contact_id\":1,\"offer\":{\"products\":[{\"id\":1,\"quantity\":1}]}}";
    private static final String FIELDS = "{\"section\":\"S\",\"fields\":[{\"field\":\"f1\",\"alias\":\"A\"}]}";

    /** A body that the operation goes to the account with; {@code 1}, an id, where none is named. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("create", "{\"city\":\"Bend\"}"),
            Map.entry("upsert", "{\"email\":\"ada@example.com\"}"),
            Map.entry("update", "{\"id\":1,\"city\":\"Bend\"}"),
            Map.entry("readFields", ""),
            Map.entry("deleteField", "f1"),
            Map.entry("createFields", "{\"section\":\"S\",\"fields\":{\"alias\":\"A\",\"type\":\"text\"}}"),
            Map.entry("updateFields", FIELDS),
            Map.entry("formBlocks", ""),
            Map.entry("raw", ""),
            Map.entry("subscribeWebhook", "{\"url\":\"https://a.example\",\"event\":\"sub_tag(6)\"}"),
            Map.entry("assignTask", "{\"ids\":1,\"message\":1}"),
            Map.entry("rescheduleTask", "{\"id\":1,\"newtime\":1830000000}"),
            Map.entry("charge", SALE),
            Map.entry("logTransaction", SALE),
            Map.entry("updateOrder", "{\"offer\":{\"order_id\":1,\"products\":[{\"id\":1}]}}"));

    private static final Map<String, String> OPTIONS = Map.of(
            "listByTag",
            "tags=a",
            "tag",
            "tags=a",
            "untag",
            "tagIds=1",
            "addToSequence",
            "sequences=1",
            "removeFromSequence",
            "sequences=1",
            "addToCampaign",
            "campaigns=1",
            "removeFromCampaign",
            "campaigns=1",
            "raw",
            "path=/objects&query.objectID=0");

    static List<Operation> rows() {
        // A sync makes calls with different rules, and a row that fails does not fail it.
        return Operations.all().stream()
                .filter(row -> row.reply() != ReplyShape.REPORT)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsRepeatedAsItSays(Operation row) {
        sandbox().faults().always().status(500, "Oops");

        Exchange failed = send(
                "ontraport:" + type(row) + "?operation=" + row.name() + "&"
                        + OPTIONS.getOrDefault(row.name(), "pageSize=50"),
                BODIES.getOrDefault(row.name(), "1"));

        boolean repeated = !row.retryRule().description().equals("no");
        failedAfter(failed, repeated ? 4 : 1, !repeated);
        SandboxRequest sent = sandbox().requests().get(0);
        sandbox().forgetRequests();
        failedAfter(asRawCall(sent), repeated ? 4 : 1, !repeated);
        assertThat(sandbox().requests().get(0))
                .extracting(SandboxRequest::method, SandboxRequest::path, SandboxRequest::body)
                .containsExactly(sent.method(), sent.path(), sent.body());
    }

    /** It is sent as it is, and names no record. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void aRawUpsertWhoseMergeKeyHasNoValueIsNotRepeated(String email) {
        sandbox().faults().always().status(500, "Oops");

        Exchange failed = send(
                "ontraport:raw?method=POST&path=/objects/saveorupdate",
                "{\"objectID\":0,\"firstname\":\"Ada\",\"email\":" + email + "}");

        failedAfter(failed, 1, true);
    }

    private static String type(Operation row) {
        return row.name().equals("raw")
                ? "raw"
                : row.capability().filter(Capability::isSpecial).isEmpty()
                        ? "contacts"
                        : ObjectTypes.allowing(row.capability().get()).get(0).plural();
    }

    private Exchange asRawCall(SandboxRequest request) {
        Map<String, Object> headers = new HashMap<>(Map.of(
                OntraportConstants.METHOD,
                request.method(),
                OntraportConstants.PATH,
                request.path(),
                OntraportConstants.QUERY,
                request.query()));
        if (request.contentType() != null && !request.contentType().isBlank()) {
            headers.put(OntraportConstants.REQUEST_HEADERS, Map.of("Content-Type", request.contentType()));
        }
        return send("ontraport:raw", request.body(), headers);
    }

    private static void failedAfter(Exchange failed, int requests, boolean outcomeUnknown) {
        assertThat(failed.getException()).isInstanceOfSatisfying(OntraportException.class, failure -> {
            assertThat(failure.getHttpResponseCode()).isEqualTo(500);
            assertThat(failure.getAttempts()).isEqualTo(requests);
            assertThat(failure.isOutcomeUnknown()).isEqualTo(outcomeUnknown);
        });
        assertThat(failed.getMessage().getHeader(OntraportConstants.REQUESTS)).isEqualTo(requests);
    }
}
