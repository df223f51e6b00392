package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SandboxFaultsTest extends AccountTestBase {

    @Test
    void statusIsReturnedOnceAndTheRequestIsNotExecuted() {
        sandbox.faults().status(503, "Service unavailable");

        ApiClient.Answer failed = create();

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.text()).isEqualTo("Service unavailable");
        assertThat(failed.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(failed.header("X-Rate-Limit-Remaining")).isEqualTo("179");
        assertThat(sandbox.records(0)).isEmpty();
        assertThat(create().status()).isEqualTo(200);
    }

    @Test
    void faultsPickTheirRequests() {
        sandbox.faults().on("POST", "/objects").times(2).status(500, "a");
        sandbox.faults().on(null, "/Contacts").status(500, "b");
        sandbox.faults().on("DELETE", null).always().json(200, "{\"code\":1}");

        assertThat(api.get("/objects", "objectID", "0").status()).isEqualTo(200);
        assertThat(api.get("/object", "objectID", "2", "id", "1").status()).isEqualTo(200);
        assertThat(api.form("POST", "/objects/saveorupdate").text()).isEqualTo("a");
        assertThat(api.form("POST", "/objects").text()).isEqualTo("a");
        assertThat(api.form("POST", "/objects", "objectID", "0").status()).isEqualTo(200);
        assertThat(api.get("/Contacts/getInfo").text()).isEqualTo("b");
        assertThat(api.delete("/Contact").json()).isEqualTo(ApiClient.parse("{\"code\":1}"));
        assertThat(api.delete("/Contact").json()).isEqualTo(ApiClient.parse("{\"code\":1}"));
        sandbox.faults().clear();
        assertThat(api.delete("/Contact").status()).isEqualTo(400);
    }

    @Test
    void faultsApplyInTheOrderOfPlanning() {
        sandbox.faults().status(500, "first");
        sandbox.faults().status(502, "second");

        assertThat(api.get("/Contacts").text()).isEqualTo("first");
        assertThat(api.get("/Contacts").text()).isEqualTo("second");
        assertThatThrownBy(() -> sandbox.faults().times(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void connectionsAreDroppedBeforeOrAfterTheExecution() {
        sandbox.faults().dropConnectionBeforeCommit();
        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.records(0)).isEmpty();

        sandbox.faults().dropConnectionAfterCommit();
        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.records(0)).hasSize(1);

        assertThat(sandbox.requests()).extracting(SandboxRequest::status).containsExactly(0, 0);
    }

    @Test
    void aDelayedReplyArrives() {
        sandbox.faults().delay(Duration.ofMillis(20));

        assertThat(create().status()).isEqualTo(200);
    }

    @Test
    void delayedRepliesDoNotDelayOtherRequests() {
        List<CompletableFuture<ApiClient.Answer>> slow = new ArrayList<>();
        try (OntraportSandbox delaying = OntraportSandbox.start()) {
            delaying.faults().on("POST", null).always().delay(Duration.ofHours(1));
            ApiClient delayed = ApiClient.of(delaying);
            for (int i = 0; i < 100; i++) {
                slow.add(CompletableFuture.supplyAsync(
                        () -> delayed.form("POST", "/Contacts"), task -> new Thread(task).start()));
            }
            while (delaying.requestCount() < slow.size()) {
                Thread.onSpinWait();
            }

            assertThat(delayed.get("/Contacts").data()).hasSize(50);
        }
        assertThat(slow)
                .allSatisfy(reply -> assertThatThrownBy(reply::join).hasCauseInstanceOf(UncheckedIOException.class));
    }

    @Test
    void truncatedBodiesAreMalformedJson() {
        sandbox.faults().truncateBody();

        ApiClient.Answer answer = create();

        assertThat(answer.status()).isEqualTo(200);
        assertThatThrownBy(answer::json).isInstanceOf(AssertionError.class);
        assertThat(sandbox.records(0)).hasSize(1);
    }

    @Test
    void rateLimitedRepliesHaveTheGivenReset() {
        sandbox.faults().rateLimited(7);

        ApiClient.Answer answer = create();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("X-Rate-Limit-Remaining")).isEqualTo("0");
        assertThat(answer.header("X-Rate-Limit-Reset")).isEqualTo("7");
        assertThat(sandbox.records(0)).isEmpty();
        assertThat(create().header("X-Rate-Limit-Remaining")).isEqualTo("179");
    }

    @Test
    void rateHeadersCanBeMissing() {
        sandbox.faults().omitRateHeaders(true);
        assertThat(api.get("/Contacts").response().headers().map().keySet())
                .noneMatch(name -> name.startsWith("x-rate"));
    }

    @Test
    void ignoreSwitchesDisableSelections() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.create(0, Map.of("city", "Salem"));
        String bend = "[{\"field\":{\"field\":\"city\"},\"op\":\"=\",\"value\":{\"value\":\"Bend\"}}]";

        sandbox.faults().ignoreCondition(true);
        assertThat(api.get("/Contacts", "condition", bend).ids()).isEqualTo("1,2");
        assertThat(api.get("/Contacts", "search", "Bend").ids()).isEqualTo("1");

        sandbox.faults().ignoreCondition(false).ignoreSearchAndGroup(true);
        assertThat(api.get("/Contacts", "condition", bend).ids()).isEqualTo("1");
        assertThat(api.get("/Contacts", "search", "Bend", "group_id", "1").ids())
                .isEqualTo("1,2");

        sandbox.faults().ignoreSort(true);
        assertThat(api.get("/Contacts", "sort", "id").ids()).isEqualTo("2,1");
        assertThat(api.get("/Contacts", "sort", "id", "sortDir", "desc").ids()).isEqualTo("1,2");
    }

    private ApiClient.Answer create() {
        return api.form("POST", "/Contacts", "firstname", "Nora");
    }
}
