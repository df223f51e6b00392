package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Operations;
import io.github.camelontraport.sandbox.SandboxFaultScope;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action on money and tasks meets every kind of failure, with the exact number of requests that follow. */
class MoneyAndTasksRepeatTest extends SandboxTestSupport {

    private static final String OFFER = "\"offer\":{\"products\":[{\"id\":1,\"quantity\":1,\"total\":49.50}],\"grandTotal\":49.50}";
    private static final String SALE = "{\"contact_id\":1,\"gateway_id\":2," + OFFER + "}";

    /** @param repeated whether it is sent again when it may have been executed */
    record Action(String type, String operation, String call, String body, boolean repeated) {

        String uri(String more) {
            return "ontraport:" + type + "?operation=" + operation + more;
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    private static final List<Action> ACTIONS = List.of(
            new Action("contacts", "assignTask", "POST /task/assign", "{\"ids\":[1],\"message\":1}", false),
            new Action("tasks", "completeTask", "POST /task/complete", "[1]", false),
            new Action("tasks", "cancelTask", "POST /task/cancel", "[1]", true),
            new Action("tasks", "rescheduleTask", "POST /task/reschedule", "{\"id\":1,\"newtime\":1800000000}", true),
            new Action("tasks", "reopenTask", "POST /task/reopen", "[1]", true),
            new Action("transactions", "charge", "POST /transaction/processManual", SALE, false),
            new Action("transactions", "logTransaction", "POST /transaction/processManual", SALE, false),
            new Action("transactions", "refund", "PUT /transaction/refund", "[1]", false),
            new Action("transactions", "voidTransaction", "PUT /transaction/void", "[1]", false),
            new Action("transactions", "writeOff", "PUT /transaction/writeOff", "[1]", false),
            new Action("transactions", "rerun", "POST /transaction/rerun", "[1]", false),
            new Action("transactions", "rerunCommission", "PUT /transaction/rerunCommission", "[1]", false),
            new Action("transactions", "markPaid", "PUT /transaction/markPaid", "[1]", false),
            new Action("transactions", "resendInvoice", "POST /transaction/resendInvoice", "[1]", false),
            new Action("transactions", "convertToCollections", "PUT /transaction/convertToCollections", "[1]", false),
            new Action("transactions", "convertToDecline", "PUT /transaction/convertToDecline", "[1]", false),
            new Action("purchases", "voidPurchase", "PUT /transaction/voidPurchase", "[1]", false),
            new Action("transactions", "payInvoice", "POST /transaction/payInvoice", "[1]", false),
            new Action("transactions", "requestPayment", "POST /transaction/requestPayment", SALE, false),
            new Action("orders", "getOrder", "GET /transaction/order", "1", true),
            new Action("orders", "updateOrder", "PUT /transaction/order",
                    "{\"offer\":{\"order_id\":1,\"products\":[{\"id\":1}]}}", false));

    /** Failures that leave it open whether the call was executed. */
    private static final Map<String, Consumer<Action>> IN_DOUBT = Map.of(
            "500", action -> scope(action).status(500, "Internal error"),
            "a reply that is no JSON", action -> scope(action).json(200, "<html>"),
            "a timeout", action -> scope(action).delay(Duration.ofMinutes(10)),
            "a connection lost before", action -> scope(action).dropConnectionBeforeCommit(),
            "a connection lost after", action -> scope(action).dropConnectionAfterCommit());

    @BeforeEach
    void everythingThatIsActedOn() {
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        sandbox().create(1, Map.of("contact_id", 1));
        sandbox().create(7, Map.of("type", "task"));
        sandbox().create(16, Map.of("name", "Workshop"));
        sandbox().create(17, Map.of("contact_id", 1));
        sandbox().create(45, Map.of("contact_id", 1, "status", 3));
        sandbox().create(46, Map.of("contact_id", 1, "status", 0));
        sandbox().create(52, Map.of("contact_id", 1));
    }

    @Test
    void theTableHasEveryRow() {
        assertThat(Operations.all().stream().map(Operation::name).filter(name -> ACTIONS.stream()
                .anyMatch(action -> action.operation().equals(name)))).containsExactlyElementsOf(
                        Operations.all().stream().filter(row -> row.call().contains("/transaction/")
                                || row.call().contains("/task/")).map(Operation::name).toList());
    }

    static Stream<Arguments> actionsInDoubt() {
        return ACTIONS.stream().flatMap(action -> IN_DOUBT.keySet().stream().sorted()
                .map(failure -> Arguments.of(action, failure)));
    }

    @ParameterizedTest
    @MethodSource("actionsInDoubt")
    void afterAFailureThatLeavesItOpen(Action action, String failure) {
        IN_DOUBT.get(failure).accept(action);

        Exchange done = send(action.uri(failure.equals("a timeout") ? "&requestTimeout=300" : ""), action.body());

        if (action.repeated() && !failure.contains("JSON")) {
            assertThat(done.getException()).isNull();
            assertThat(requests(action)).isEqualTo(2);
        } else {
            assertThat(requests(action)).isEqualTo(1);
            assertThat(done.getException()).isInstanceOfSatisfying(OntraportException.class, failed -> {
                assertThat(failed.isOutcomeUnknown()).isEqualTo(!action.repeated());
                assertThat(failed.isRetryable()).isFalse();
                assertThat(failed.getAttempts()).isEqualTo(1);
            });
            assertThat(done.getMessage().getBody()).isEqualTo(action.body());
        }
    }

    /** They were not executed, so they are sent again, each of them once. */
    @Test
    void after429() {
        List<Exchange> sent = new ArrayList<>();
        for (Action action : ACTIONS) {
            scope(action).rateLimited(0);
            sent.add(send(action.uri(""), action.body()));
            assertThat(requests(action)).as(action.operation()).isEqualTo(2);
            sandbox().forgetRequests();
            sandbox().update(46, 1, Map.of("status", 0));
        }
        assertThat(sent).allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
    }

    static Stream<Action> actions() {
        return ACTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void afterNoConnection(Action action) throws Exception {
        try (ServerSocket port = new ServerSocket(0)) {
            String closed = "http://localhost:" + port.getLocalPort() + "/1";
            port.close();

            Exchange failed = send(action.uri("&maxRetries=2&baseUrl=" + closed), action.body());

            assertThat(failed.getException()).isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                assertThat(failure.getAttempts()).isEqualTo(3);
                assertThat(failure.isOutcomeUnknown()).isFalse();
                assertThat(failure.isRetryable()).isTrue();
            });
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aRefusalIsFinal(Action action) {
        scope(action).status(403, "Not Authorized");

        Exchange failed = send(action.uri(""), action.body());

        assertThat(requests(action)).isEqualTo(1);
        assertThat(failed.getException()).isInstanceOfSatisfying(OntraportAuthenticationException.class,
                failure -> assertThat(failure.isOutcomeUnknown()).isFalse());
    }

    private static SandboxFaultScope scope(Action action) {
        String[] call = action.call().split(" ");
        return sandbox().faults().on(call[0], call[1]);
    }

    private static long requests(Action action) {
        assertThat(sandbox().requests()).allSatisfy(request ->
                assertThat(request.method() + " " + request.path()).isEqualTo(action.call()));
        return sandbox().requestCount();
    }
}
