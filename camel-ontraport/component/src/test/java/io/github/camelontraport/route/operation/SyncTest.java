package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operation sync with one record for each key. */
class SyncTest extends SyncTestSupport {

    /** So that ids are in the order of the rows. */
    private static final String IN_ORDER = WITH_LEDGER + "&concurrency=1";

    @Test
    void bringsNewRowsIntoAnEmptyAccount() {
        Map<String, Object> report = sync(SYNC, rows(70));

        counts(report, "read", 70, "created", 70);
        assertThat(report)
                .containsEntry("mode", "dedup")
                .containsEntry("run", 1L)
                .containsEntry("requests", 72L)
                .hasEntrySatisfying("duration", duration -> assertThat(duration).isInstanceOf(Duration.class));
        assertThat(report.keySet())
                .containsExactly(
                        "mode",
                        "run",
                        "read",
                        "created",
                        "updated",
                        "unchanged",
                        "superseded",
                        "rejected",
                        "unclear",
                        "removed",
                        "tagged",
                        "requests",
                        "duration");
        assertThat(sandbox().records(CONTACTS)).hasSize(70);
        assertThat(requests("GET /objects")).isEqualTo(2);
    }

    @Test
    void theSecondRunOfUnchangedInputSendsNothing() {
        sync(WITH_LEDGER, rows(70));
        sandbox().forgetRequests();

        Map<String, Object> second = sync(WITH_LEDGER, rows(70));

        counts(second, "read", 70, "unchanged", 70);
        assertThat(second).containsEntry("run", 2L).containsEntry("requests", 0L);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void rowsThatTheAccountHasAreReadFiftyAtATimeAndOnlyDifferencesWritten() {
        rows(70).forEach(row -> sandbox().create(CONTACTS, row));
        List<Map<String, Object>> rows = new ArrayList<>(rows(70));
        rows.set(7, row("c7@example.com", "Changed"));

        Map<String, Object> first = sync(WITH_LEDGER, rows);

        counts(first, "read", 70, "updated", 1, "unchanged", 69);
        assertThat(requests("GET /objects")).isEqualTo(2);
        assertThat(sandbox().requests()).hasSize(3);
        assertThat(sandbox().find(CONTACTS, 8).orElseThrow()).containsEntry("firstname", "Changed");
        sandbox().forgetRequests();
        counts(sync(WITH_LEDGER, rows), "read", 70, "unchanged", 70);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void aRowThatChangedIsWrittenWithOneRequest() {
        sync(IN_ORDER, rows(60));
        sandbox().forgetRequests();
        List<Map<String, Object>> rows = new ArrayList<>(rows(60));
        rows.set(30, row("c30@example.com", "Changed"));

        counts(sync(WITH_LEDGER, rows), "read", 60, "updated", 1, "unchanged", 59);

        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("PUT /objects");
            assertThat(request.body())
                    .isEqualTo("{\"objectID\":0,\"email\":\"c30@example.com\",\"firstname\":\"Changed\",\"id\":31}");
        });
    }

    @Test
    void addressesAreComparedWithoutCaseAndBlanks() {
        sandbox().create(CONTACTS, row("Nora@Example.com", "Nora"));

        Map<String, Object> report = sync(
                WITH_LEDGER, List.of(row(" nora@example.com ", "Nora"), row("NORA@EXAMPLE.COM", "Nora"), row("", "x")));

        counts(report, "read", 3, "unchanged", 1, "superseded", 1, "rejected", 1);
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
    }

    @Test
    void theLastRowOfAKeyWinsHoweverFarApart() {
        List<Map<String, Object>> rows = new ArrayList<>(rows(70));
        rows.add(3, row("c2@example.com", "Between"));
        rows.add(row("c0@example.com", "Last"));
        rows.add(row("c69@example.com", "Last"));

        counts(sync(IN_ORDER, rows), "read", 73, "created", 70, "superseded", 3);

        assertThat(sandbox().find(CONTACTS, 1).orElseThrow()).containsEntry("firstname", "Last");
        assertThat(sandbox().records(CONTACTS)).hasSize(70);
        sandbox().forgetRequests();
        counts(sync(IN_ORDER, rows), "read", 73, "unchanged", 70, "superseded", 3);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void anEarlierRowThatIsNowTheLastIsWritten() {
        List<Map<String, Object>> rows = new ArrayList<>(rows(70));
        rows.add(row("c0@example.com", "Last"));
        sync(IN_ORDER, rows);

        counts(sync(IN_ORDER, rows(70)), "read", 70, "updated", 1, "unchanged", 69);

        assertThat(sandbox().find(CONTACTS, 1).orElseThrow()).containsEntry("firstname", "First 0");
    }

    @Test
    void ofSeveralRecordsOfOneKeyTheOldestIsKept() {
        sandbox().create(CONTACTS, row("nora@example.com", "Old"));
        sandbox().create(CONTACTS, row("NORA@example.com", "Young"));

        counts(sync(IN_ORDER, row("nora@example.com", "Nora")), "read", 1, "updated", 1);

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("firstname"))
                .containsExactly("Nora", "Young");
    }

    @Test
    void aRecordThatSomebodyDeletedIsMadeAnewWhenItsRowChanges() {
        sync(IN_ORDER, rows(3));
        sandbox().delete(CONTACTS, 2);
        List<Map<String, Object>> rows = new ArrayList<>(rows(3));
        rows.set(1, row("c1@example.com", "Changed"));

        counts(sync(IN_ORDER, rows), "read", 3, "created", 1, "unchanged", 2);

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("firstname"))
                .containsExactly("First 0", "First 2", "Changed");
    }
}
