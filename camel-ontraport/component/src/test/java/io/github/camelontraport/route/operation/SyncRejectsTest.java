package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportSyncException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.CapturedLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What becomes of rows that cannot be written, and of failures that end a run. */
class SyncRejectsTest extends SyncTestSupport {

    @Test
    void refusedRowsGoToTheEndpointAsTheyWereGiven() {
        List<Object> rows = new ArrayList<>(rows(2));
        rows.add(1, Map.of("firstname", "No address"));
        rows.add(Map.of("email", "no address", "firstname", "x"));
        rows.add("{\"email\":");
        rows.add(null);
        rows.add(Map.of("email", "d@example.com", "id", 7));

        counts(sync(WITH_LEDGER + REJECTS, rows), "read", 7, "created", 2, "rejected", 5);

        assertThat(rejected)
                .extracting(exchange -> exchange.getMessage().getHeader(OntraportConstants.ROW))
                .containsExactlyInAnyOrder(2L, 4L, 5L, 6L, 7L);
        Exchange byApi = rejected.stream()
                .filter(exchange -> Long.valueOf(4).equals(exchange.getMessage().getHeader(OntraportConstants.ROW)))
                .findFirst()
                .orElseThrow();
        assertThat(byApi.getMessage().getBody()).isSameAs(rows.get(3));
        assertThat(byApi.getMessage().getHeader(OntraportConstants.HTTP_STATUS)).isEqualTo(422);
        assertThat(byApi.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(OntraportValidationException.class);
        assertThat(byApi.getMessage().getHeader(OntraportConstants.REASON, String.class))
                .isEqualTo("HTTP 422: Invalid email address");
        assertThat(rejected.get(0).getMessage().getHeader(OntraportConstants.REASON, String.class))
                .contains("no email");
        assertThat(sandbox().records(CONTACTS)).hasSize(2);
    }

    @Test
    void aRowThatMayHaveBeenWrittenSaysSo() {
        sandbox().faults().always().on("POST", "/objects").status(500, "Sorry");

        send(SYNC + "&syncMode=append&maxRetries=0&rejected=direct:rejected", Map.of("email", "a@example.com"));

        assertThat(rejected).singleElement().satisfies(row -> assertThat(
                        row.getMessage().getHeader(OntraportConstants.REASON, String.class))
                .contains("HTTP 500", "may have been executed"));
    }

    @Test
    void withoutAnEndpointTheyAreLoggedWithoutTheRow() {
        try (CapturedLog log = new CapturedLog("io.github.camelontraport.RejectedRows")) {
            counts(sync(SYNC, Map.of("firstname", "Secret")), "read", 1, "rejected", 1);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("Row 1 was refused")
                    .doesNotContain("Secret");
        }
    }

    @Test
    void moreThanMaxRejectedEndTheRun() {
        List<Map<String, Object>> rows = new ArrayList<>(rows(60));
        rows.set(0, Map.of("firstname", "x"));
        rows.set(1, Map.of("firstname", "x"));

        Exchange ended = send(WITH_LEDGER + REJECTS + "&maxRejected=1", rows);

        assertThat(ended.getException()).isInstanceOfSatisfying(OntraportSyncException.class, failure -> {
            assertThat(failure).hasMessageContaining("maxRejected");
            counts(failure.getReport(), "read", 2, "rejected", 2);
        });
        assertThat(sandbox().requests()).isEmpty();
        counts(sync(WITH_LEDGER + REJECTS + "&maxRejected=2", rows), "read", 60, "created", 58, "rejected", 2);
    }

    @Test
    void refusedCredentialsEndTheRunAtOnce() {
        sandbox().faults().skip(3).always().on("POST", "/objects/saveorupdate").status(403, "no");

        Exchange ended = send(WITH_LEDGER + REJECTS + "&concurrency=1", rows(10));

        assertThat(ended.getException()).isInstanceOfSatisfying(OntraportSyncException.class, failure -> {
            assertThat(failure).cause().isInstanceOf(OntraportAuthenticationException.class);
            assertThat(failure.getHttpResponseCode()).isEqualTo(403);
            counts(failure.getReport(), "read", 3, "created", 3);
        });
        assertThat(requests("POST /objects/saveorupdate")).isEqualTo(4);
        assertThat(rejected).isEmpty();
        sandbox().faults().clear();
        counts(sync(WITH_LEDGER, rows(10)), "read", 10, "created", 7, "unchanged", 3);
    }

    @Test
    void whatWasRefusedBeforeARunEndsIsHandedOver() {
        for (String mode : List.of("dedup", "append")) {
            String create = mode.equals("append") ? "/objects" : "/objects/saveorupdate";
            rejected.clear();
            sandbox().faults().skip(1).times(1).on("POST", create).status(422, "not this one");
            sandbox().faults().skip(2).always().on("POST", create).status(401, "no");

            Exchange ended = send(SYNC + REJECTS + "&concurrency=1&syncMode=" + mode, rows(10));

            assertThat(ended.getException()).as(mode).isInstanceOfSatisfying(OntraportSyncException.class, failure -> {
                assertThat(failure).cause().isInstanceOf(OntraportAuthenticationException.class);
                assertThat((Long) failure.getReport().get("rejected")).isEqualTo(1);
                assertThat((Long) failure.getReport().get("read")).isEqualTo(2);
            });
            assertThat(rejected).singleElement().satisfies(exchange -> assertThat(
                            exchange.getMessage().getHeader(OntraportConstants.ROW))
                    .isEqualTo(2L));
            sandbox().faults().clear();
        }
    }

    @Test
    void refusedCredentialsEndTheRunWhereverTheyAreRefused() {
        List<String> calls = List.of("GET /objects", "POST /objects/saveorupdate", "PUT /objects/tagByName");
        for (String call : calls) {
            String[] parts = call.split(" ");
            sandbox().faults().always().on(parts[0], parts[1]).status(401, "no");

            Exchange ended = send(WITH_LEDGER + REJECTS + "&tags=A", rows(2));

            assertThat(ended.getException()).as(call).isInstanceOfSatisfying(OntraportSyncException.class, failure -> {
                assertThat(failure).cause().isInstanceOf(OntraportAuthenticationException.class);
                int created = call.endsWith("tagByName") ? 2 : 0;
                counts(failure.getReport(), "read", created, "created", created);
            });
            sandbox().faults().clear();
        }
        assertThat(rejected).isEmpty();
        counts(sync(WITH_LEDGER + "&tags=A", rows(2)), "read", 2, "unchanged", 2, "tagged", 2);
    }

    @Test
    void aRowWhoseCallFailsAfterAllRetriesIsRejected() {
        sandbox().faults().skip(1).times(4).on("POST", "/objects/saveorupdate").status(500, "Oops");

        counts(sync(WITH_LEDGER + REJECTS + "&concurrency=1", rows(3)), "read", 3, "created", 2, "rejected", 1);

        assertThat(rejected).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getHeader(OntraportConstants.HTTP_STATUS))
                .isEqualTo(500));
        counts(sync(WITH_LEDGER, rows(3)), "read", 3, "created", 1, "unchanged", 2);
    }

    @Test
    void aLostReplyCreatesNothingTwice() {
        sandbox().faults().times(3).on("POST", "/objects/saveorupdate").dropConnectionAfterCommit();

        counts(sync(WITH_LEDGER, rows(20)), "read", 20, "created", 20);

        assertThat(sandbox().records(CONTACTS)).hasSize(20);
    }

    @Test
    void aLedgerOfAnotherAccountIsRefused() {
        sync(WITH_LEDGER, rows(1));

        Exchange refused = send("ontraport:contacts?operation=sync&syncLedger=#ledger&appId=other", rows(1));

        assertThat(refused.getException()).isNotNull().hasMessageContaining("belongs to another account");
        assertThat(sandbox().requests()).hasSize(2);
    }

    @Test
    void typesAndKeysHaveLedgersOfTheirOwn() {
        sync(WITH_LEDGER, rows(2));

        counts(
                sync("ontraport:tags?operation=sync&syncLedger=#ledger", List.of(Map.of("tag_name", "VIP"))),
                "read",
                1,
                "created",
                1);
        counts(sync(WITH_LEDGER + "&syncKey=firstname", rows(2)), "read", 2, "unchanged", 2);
        counts(sync(WITH_LEDGER, rows(2)), "read", 2, "unchanged", 2);
    }

    @Test
    void aFailingEndpointForRejectedRowsEndsTheRun() {
        Exchange ended = send(SYNC + "&rejected=direct:failing", List.of(Map.of("firstname", "x")));

        assertThat(ended.getException())
                .isInstanceOf(OntraportSyncException.class)
                .hasMessageContaining("the endpoint of option rejected failed");
    }

    @Test
    void contradictoryOptionsAreRefusedAtStart() {
        Map<String, String> refusals = new HashMap<>();
        refusals.put(SYNC + "&syncMode=refresh", "needs a syncLedger");
        refusals.put(SYNC + "&onMissing=delete", "go with syncMode=refresh only");
        refusals.put(WITH_LEDGER + "&syncMode=refresh&onMissing=untag", "needs tags");
        refusals.put(SYNC + "&syncKey=id", "the account itself gives out id");
        refusals.put(SYNC + "&concurrency=0", "concurrency");
        refusals.put("ontraport:contacts?operation=create&dryRun=true", "[dryRun] are for operation sync");
        refusals.put("ontraport:contacts?operation=create&maxDeleted=3", "maxDeleted");
        refusals.put("ontraport:logs?operation=sync", "not possible with logs");

        refusals.forEach(
                (uri, text) -> assertThatThrownBy(() -> context.getEndpoint(uri).createProducer())
                        .as(uri)
                        .hasStackTraceContaining(text));
    }

    @Test
    void aBodyWithoutRowsIsRefused() {
        assertThat(send(SYNC).getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("needs rows");
    }

    @Test
    void rowsComeInAnyForm() {
        String object = "{\"email\":\"a@example.com\"}";
        for (Object body : Arrays.asList(
                object,
                "[" + object + "]",
                object + "\n" + object,
                ("[" + object + "]").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of("email", "a@example.com"),
                List.of(object).iterator(),
                List.of(object).stream(),
                new Object[] {object})) {
            Map<String, Object> report = sync(SYNC, body);
            assertThat((Long) report.get("created") + (Long) report.get("unchanged"))
                    .as(String.valueOf(body))
                    .isEqualTo(1);
        }
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
    }

    @Test
    void aLedgerWithoutAMapIsRefused() {
        context.getRegistry().bind("ledger", new MapSyncLedger());

        assertThat(send(WITH_LEDGER, rows(1)).getException()).hasMessageContaining("has no map");
    }

    @Test
    void aDamagedLedgerIsRefusedAndIsNotInUseAfterwards() {
        sync(WITH_LEDGER, rows(1));
        String known = map.put("sync/0/email/known", "no set of ids");

        assertThat(send(WITH_LEDGER, rows(1)).getException()).hasMessageContaining("damaged");

        map.put("sync/0/email/known", known);
        counts(sync(WITH_LEDGER, rows(1)), "read", 1, "unchanged", 1);
    }

    @Test
    void aSecondRunOnTheSameLedgerIsRefusedWhileTheFirstRuns() {
        List<Exchange> second = new ArrayList<>();
        sandbox().faults().on("POST", "/objects/saveorupdate").thenRun(() -> second.add(send(WITH_LEDGER, rows(1))));

        counts(sync(WITH_LEDGER, rows(1)), "read", 1, "created", 1);

        assertThat(second).singleElement().satisfies(exchange -> assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("in use"));
    }
}
