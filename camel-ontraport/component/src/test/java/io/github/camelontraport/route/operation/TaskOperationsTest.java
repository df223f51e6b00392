package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations on tasks. What is repeated, and what is not, is in {@link RetryTableRouteTest}. */
class TaskOperationsTest extends SandboxTestSupport {

    private static final int TASK = 1;
    private static final int MESSAGE = 7;
    private static final String ASSIGN = "ontraport:contacts?operation=assignTask";
    private static final Map<String, Object> CALL_BACK =
            Map.of("message", Map.of("id", "1", "due_date", 3, "task_owner", 1));

    @BeforeEach
    void contactsTasksAndAMessage() {
        for (int i = 1; i <= 3; i++) {
            sandbox().create(CONTACTS, Map.of("firstname", "No " + i));
            sandbox().create(TASK, Map.of("contact_id", i, "subject", "Task " + i, "status", 0));
        }
        sandbox().create(MESSAGE, Map.of("alias", "Call back", "type", "task"));
    }

    @Test
    void assignsATaskMessageToRecords() {
        Exchange assigned = send(ASSIGN + "&ids=2,1", CALL_BACK);

        acknowledged(assigned, 2, CALL_BACK);
        request(
                "POST /task/assign",
                "{\"object_type_id\":0,\"ids\":[2,1],\"message\":" + "{\"id\":1,\"type\":\"task\",");
        assertThat(sandbox().requests().get(0).body()).contains("\"due_date\":3", "\"task_owner\":1");
        assertThat(sandbox().records(TASK)).hasSize(5).last().satisfies(task -> assertThat(task)
                .containsEntry("contact_id", "2")
                .containsEntry("subject", "Call back"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ids\":[1,3],\"message\":1}",
                "{\"ids\":\"1,3\",\"message\":{\"id\":1}}",
                "{\"ids\":[{\"id\":\"1\",\"firstname\":\"No 1\"},{\"id\":3}],\"message\":\"1\"}"
            })
    void idsAndMessageMayBothBeInTheBody(String body) {
        acknowledged(send(ASSIGN, body), 2, body);

        request("POST /task/assign", "{\"object_type_id\":0,\"ids\":[1,3],\"message\":{\"id\":1,\"type\":\"task\"}}");
    }

    @Test
    void aRecordMayCarryTheMessage() {
        Map<String, Object> contact = new HashMap<>(sandbox().find(CONTACTS, 2).orElseThrow());
        contact.put("message", 1);

        acknowledged(send(ASSIGN, contact), 1, contact);

        request("POST /task/assign", "{\"object_type_id\":0,\"ids\":[2],\"message\":{\"id\":1,\"type\":\"task\"}}");
    }

    @Test
    void otherTypesAreNamedByTheirNumberAndTheTypeOfTheMessageCanBeGiven() {
        sandbox().create(149, Map.of("name", "Big one"));

        acknowledged(
                send(
                        "ontraport:deals?operation=assignTask&recordId=1",
                        Map.of(
                                "message",
                                Map.of("id", 1, "type", -1, "due_date", Instant.ofEpochSecond(1_900_000_000)))),
                1,
                null);

        assertThat(sandbox().requests().get(0).body())
                .startsWith("{\"object_type_id\":149,\"ids\":[1]")
                .contains("\"type\":-1", "\"due_date\":1900000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"message\":null}", "{\"message\":{}}", "{\"message\":{\"due_date\":3}}", "[1,2]", "1"})
    void withoutAMessageNothingIsAssigned(String body) {
        refused(send(ASSIGN + "&ids=1", body), "assignTask needs message");
    }

    @Test
    void completesTasksWithTheirOutcome() {
        Map<String, Object> body = Map.of("ids", List.of(1, 2), "data", Map.of("outcome", ":=success"));

        acknowledged(send("ontraport:tasks?operation=completeTask", body), 2, body);

        assertThat(sandbox().requests().get(0).body())
                .isEqualTo("{\"object_type_id\":0,\"ids\":[1,2],\"data\":{\"outcome\":\":=success\"}}");
        assertThat(status()).containsExactly("1", "1", "0");
    }

    @Test
    void aTaskThatWasReadIsCompletedAsOfItsOwnTypeOfRecord() {
        sandbox().update(TASK, 2, Map.of("object_type_id", 149));
        Exchange read = send("ontraport:tasks?operation=get&recordId=2");

        acknowledged(
                send("ontraport:tasks?operation=completeTask", read.getMessage().getBody()), 1, null);

        assertThat(sandbox().requests().get(1).body()).isEqualTo("{\"object_type_id\":\"149\",\"ids\":[2]}");
    }

    @Test
    void whatIsMisspeltIsNotLeftOut() {
        refused(
                send("ontraport:tasks?operation=completeTask", "{\"ids\":[1],\"dta\":{\"outcome\":\":=success\"}}"),
                "does not know 'dta' in the body. Did you mean 'data'?");
        refused(
                send("ontraport:tasks?operation=completeTask", "{\"ids\":[1],\"data\":\"success\"}"),
                "data must be a map");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            cancelTask   | POST /task/cancel   | {"objectID":1,"ids":[1,3]} | 2
            completeTask | POST /task/complete | {"object_type_id":0,"ids":[1,3]} | 1
            reopenTask   | POST /task/reopen   | {"ids":[1,3]} | 0
            """)
    void actionsOnManyTakeOneCall(String operation, String call, String body, String status) {
        sandbox().update(TASK, 1, Map.of("status", 2));

        for (Object ids : Arrays.asList(
                List.of(1, "3"),
                "1,3",
                "[1,3]",
                new long[] {1, 3},
                List.of(Map.of("id", "1"), Map.of("id", 3)),
                Map.of("ids", "1,3"))) {
            sandbox().forgetRequests();
            acknowledged(send("ontraport:tasks?operation=" + operation, ids), 2, ids);
            request(call, body);
        }
        assertThat(status()).containsExactly(status, "0", status);
    }

    @Test
    void reschedulesOneAfterTheOther() {
        Map<String, Object> body = Map.of("ids", List.of(3, 1), "newtime", LocalDate.of(2027, 1, 2));

        acknowledged(send("ontraport:tasks?operation=rescheduleTask", body), 2, body);

        assertThat(sandbox().requests())
                .extracting(SandboxRequest::body)
                .containsExactly("{\"id\":3,\"newtime\":1798848000}", "{\"id\":1,\"newtime\":1798848000}");
        assertThat(sandbox().find(TASK, 1).orElseThrow()).containsEntry("date_due", "1798848000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"newtime\":\"2027-01-02\"}", "{\"newtime\":1798848000000}", "{\"newtime\":0}", "5"})
    void aWrongTimeIsRefused(String body) {
        refused(send("ontraport:tasks?operation=rescheduleTask&ids=1", body), "rescheduleTask needs newtime");
    }

    @Test
    void reportsTheProgress() {
        sandbox().faults().on("POST", "/task/reschedule").skip(1).status(403, "Not Authorized");

        Exchange failed = send("ontraport:tasks?operation=rescheduleTask&ids=1,2,3", Map.of("newtime", 1_800_000_000));

        assertThat(failed.getException())
                .isInstanceOf(OntraportAuthenticationException.class)
                .hasMessageContaining(
                        "rescheduleTask was acknowledged for the first 1 of 3 ids, then: POST /task/reschedule");
        assertThat(sandbox().requestCount()).isEqualTo(2);
    }

    @Test
    void longListsAreCutIntoCalls() {
        List<Long> ids = LongStream.rangeClosed(1, 2_500).boxed().toList();

        acknowledged(send("ontraport:tasks?operation=cancelTask", ids), 2_500, ids);

        assertThat(sandbox().requestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contacts?operation=assignTask",
                "tasks?operation=completeTask",
                "tasks?operation=cancelTask",
                "tasks?operation=rescheduleTask",
                "tasks?operation=reopenTask"
            })
    void noSelectionFailsAndAnEmptyListSendsNothing(String uri) {
        Map<String, Object> said = Map.of("message", 1, "newtime", 1_800_000_000);

        refused(send("ontraport:" + uri.replace("complete", "cancel"), said), "needs");
        for (Object nothing : List.of(List.of(), "", new int[0])) {
            Exchange sent = send(
                    "ontraport:" + uri,
                    uri.contains("complete") ? Map.of() : said,
                    Map.of(OntraportConstants.IDS, nothing));
            assertThat(sent.getException()).isNull();
            assertThat(sent.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 0L);
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("selections")
    void conditionsAreRefused(Map<String, Object> headers, Object body) {
        for (String operation : List.of("completeTask", "cancelTask", "rescheduleTask", "reopenTask")) {
            refused(send("ontraport:tasks?operation=" + operation, body, headers), "takes explicit ids only");
        }
    }

    static Stream<Arguments> selections() {
        Map<String, Object> none = Map.of();
        return Stream.of(
                Arguments.of(Map.of(OntraportConstants.CONDITION, "id > 0"), List.of(1)),
                Arguments.of(Map.of(OntraportConstants.SEARCH, "x"), Map.of("ids", 1)),
                Arguments.of(Map.of(OntraportConstants.GROUP_ID, 3), 1),
                Arguments.of(none, Map.of("ids", 1, "performAll", true)),
                Arguments.of(none, "{\"condition\":\"[]\",\"ids\":1}"),
                Arguments.of(none, Map.of("group_id", 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"id":1,"due_dat":3}          | message: 'due_dat' is not known. Did you mean 'due_date'?
            {"id":1,"taskOwner":3}        | Did you mean 'task_owner'?
            {"id":1,"due_date":"soon"}    | message.due_date: 'soon' is not a whole number
            {"id":1,"due_date":-3}        | message.due_date: '-3' is not a whole number
            {"id":1,"task_owner":"ada"}   | message.task_owner: 'ada' is not one of owner or an id
            {"id":1,"type":"sms"}         | message.type: 'sms' is not task, 0 or -1
            {"id":0}                      | message: the id is '0'
            """)
    void aMessageWithWhatItDoesNotHaveIsRefused(String message, String words) {
        refused(send(ASSIGN + "&ids=1", "{\"message\":" + message + "}"), words);
    }

    @Test
    void dataWithAMisspeltOutcomeAreRefused() {
        refused(
                send("ontraport:tasks?operation=completeTask", "{\"ids\":[1],\"data\":{\"outcom\":\":=success\"}}"),
                "'outcom' in data is not known. Did you mean 'outcome'?");
        refused(
                send("ontraport:tasks?operation=completeTask", "{\"ids\":[1],\"data\":{\"city\":\"Bend\"}}"),
                "fields of the record, such as task_form_city");
    }

    private static List<Object> status() {
        return sandbox().records(TASK).stream().map(task -> task.get("status")).toList();
    }

    private static void request(String call, String body) {
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo(call);
            assertThat(request.contentType()).startsWith("application/json");
            assertThat(request.body()).startsWith(body);
        });
    }

    /** @param body that is kept; {@code null} for not looking */
    private static void acknowledged(Exchange done, long count, Object body) {
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, count)
                .doesNotContainKeys(OntraportConstants.ACKNOWLEDGEMENT, OntraportConstants.IDS);
        if (body != null) {
            assertThat(done.getMessage().getBody()).isSameAs(body);
        }
    }

    private static void refused(Exchange exchange, String words) {
        assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }
}
