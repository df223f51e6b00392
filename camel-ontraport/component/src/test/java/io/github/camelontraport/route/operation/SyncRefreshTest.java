package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportSyncException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The operation sync with tags, and with records that are missing in a refresh. */
class SyncRefreshTest extends SyncTestSupport {

    private static final String REFRESH = WITH_LEDGER + "&syncMode=refresh";
    private static final String DELETE = REFRESH + "&onMissing=delete";

    @Test
    void whatIsNotInTheInputAnyMoreIsDeleted() {
        sandbox().create(CONTACTS, row("other@example.com", "Other"));
        sync(DELETE + "&concurrency=1", rows(5));
        sandbox().forgetRequests();

        Map<String, Object> second = sync(DELETE, rows(3));

        counts(second, "read", 3, "unchanged", 3, "removed", 2);
        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("email"))
                .containsExactly("other@example.com", "c0@example.com", "c1@example.com", "c2@example.com");
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("DELETE /objects");
            assertThat(request.query()).isEqualTo(Map.of("objectID", "0", "ids", "5,6"));
        });
        counts(sync(DELETE, rows(3)), "read", 3, "unchanged", 3);
    }

    @Test
    void whatWasDeletedAndComesBackIsMadeAnew() {
        sync(DELETE, rows(2));
        sync(DELETE, rows(1));

        counts(sync(DELETE, rows(2)), "read", 2, "created", 1, "unchanged", 1);

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("email"))
                .containsExactly("c0@example.com", "c1@example.com");
    }

    @Test
    void untagTakesOffTheTags() {
        String untag = REFRESH + "&onMissing=untag&tags=Member";
        counts(sync(untag + "&concurrency=1", rows(3)), "read", 3, "created", 3, "tagged", 3);
        sandbox().addTag(CONTACTS, 3, "Other");
        sandbox().forgetRequests();

        counts(sync(untag, rows(2)), "read", 2, "unchanged", 2, "removed", 1);

        assertThat(sandbox().requests())
                .extracting(SandboxRequest::body)
                .containsExactly("{\"objectID\":0,\"remove_names\":[\"Member\"],\"ids\":[3]}");
        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        sandbox().forgetRequests();
        counts(sync(untag, rows(3)), "read", 3, "unchanged", 3, "tagged", 1);
        assertThat(sandbox().requests()).hasSize(1);
    }

    @Test
    void aThousandRecordsAreTaggedWithOneCallAndOnlyOnce() {
        rows(1001).forEach(row -> sandbox().create(CONTACTS, row));
        String tagging = WITH_LEDGER + "&tags=Member,Vip";

        counts(sync(tagging, rows(1001)), "read", 1001, "unchanged", 1001, "tagged", 1001);

        assertThat(requests("PUT /objects/tagByName")).isEqualTo(2);
        assertThat(requests("GET /objects")).isEqualTo(21);
        assertThat(sandbox().requests()).hasSize(23);
        sandbox().forgetRequests();
        counts(sync(tagging, rows(1001)), "read", 1001, "unchanged", 1001);
        assertThat(sandbox().requests()).isEmpty();
        counts(sync(WITH_LEDGER + "&tags=New", rows(1001)), "read", 1001, "unchanged", 1001, "tagged", 1001);
    }

    @Test
    void moreThanMaxDeletedChangesNothing() {
        sync(DELETE, rows(5));

        Exchange refused = send(DELETE + "&maxDeleted=1", rows(3));

        assertThat(refused.getException()).isInstanceOfSatisfying(OntraportSyncException.class, failure -> {
            assertThat(failure)
                    .hasMessageContaining("maxDeleted")
                    .cause()
                    .isInstanceOf(OntraportValidationException.class);
            assertThat(failure.getReport()).containsEntry("unchanged", 3L).containsEntry("removed", 0L);
        });
        assertThat(sandbox().records(CONTACTS)).hasSize(5);
        counts(sync(DELETE + "&maxDeleted=2", rows(3)), "read", 3, "unchanged", 3, "removed", 2);
    }

    @Test
    void anEmptyInputRemovesNothingUnlessMaxDeletedIsSet() {
        sync(DELETE, rows(3));

        counts(sync(DELETE, List.of()), "read", 0);
        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        counts(sync(DELETE + "&maxDeleted=3", List.of()), "read", 0, "removed", 3);
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @Test
    void aRefusedRowWhoseKeyCanBeReadIsPresent() {
        sync(DELETE, rows(2));
        Map<String, Object> broken = row("c1@example.com", "x");
        broken.put("city", new Thread());

        counts(
                sync(DELETE, List.of(row("c0@example.com", "First 0"), broken)),
                "read",
                2,
                "unchanged",
                1,
                "rejected",
                1);

        assertThat(sandbox().records(CONTACTS)).hasSize(2);
    }

    @Test
    void aRefusedRowInLabelsAndTypedValuesIsPresent() {
        String typed = DELETE + "&fieldNames=label&fieldFormat=typed&syncKey=Email";
        sync(typed, List.of(Map.of("Email", "a@example.com"), Map.of("Email", "b@example.com")));
        List<Map<String, Object>> rows = List.of(
                Map.of("Birthday", "no day", "Email", " A@example.com "),
                Map.of("Email", "b@example.com", "Favourite planet", "Mars"),
                Map.of("Email", "c@example.com"));

        counts(sync(typed, rows), "read", 3, "created", 1, "rejected", 2);

        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        counts(sync(typed, rows.subList(2, 3)), "read", 1, "unchanged", 1, "removed", 2);
    }

    @Test
    void anInputOfWhichNoRowHasAKeyRemovesNothingUnlessMaxDeletedIsSet() {
        sync(DELETE, rows(3));
        List<Map<String, Object>> renamed =
                List.of(Map.of("e_mail", "c0@example.com"), Map.of("e_mail", "c1@example.com"));

        counts(sync(DELETE, renamed), "read", 2, "rejected", 2);
        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        counts(sync(DELETE, rows(3)), "read", 3, "unchanged", 3);
        counts(sync(DELETE + "&maxDeleted=3", renamed), "read", 2, "rejected", 2, "removed", 3);
    }

    @Test
    void aRowThatTheApiRefusesIsPresent() {
        sync(DELETE, rows(2));
        sandbox().faults().on("PUT", "/objects").status(422, "no");

        counts(sync(DELETE, List.of(row("c1@example.com", "Changed"))), "read", 1, "rejected", 1, "removed", 1);

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("email"))
                .containsExactly("c1@example.com");
    }

    @Test
    void whatSomebodyDeletedByHandIsNotMissing() {
        sync(DELETE + "&concurrency=1", rows(3));
        sandbox().delete(CONTACTS, 2);
        List<Map<String, Object>> rows = List.of(
                row("c0@example.com", "First 0"), row("c1@example.com", "Changed"), row("c2@example.com", "First 2"));

        counts(sync(DELETE + "&maxDeleted=0", rows), "read", 3, "created", 1, "unchanged", 2);
        sandbox().delete(CONTACTS, 3);
        counts(sync(DELETE, rows.subList(0, 2)), "read", 2, "unchanged", 2, "removed", 1);
        counts(sync(DELETE, rows), "read", 3, "created", 1, "unchanged", 2);
    }

    @Test
    void theDefaultOfMaxDeletedIsAThousand() {
        rows(1_002).forEach(row -> sandbox().create(CONTACTS, row));
        String untag = REFRESH + "&onMissing=untag&tags=Member";
        sync(untag, rows(1_002));

        assertThat(send(untag, rows(1)).getException()).hasMessageContaining("1001 of 1002");
        counts(sync(untag, rows(2)), "read", 2, "unchanged", 2, "removed", 1_000);
        assertThat(sandbox().records(CONTACTS)).hasSize(1_002);
    }

    @Test
    void aRunThatFailsRemovesNothingAndTheLastCompleteRunStillCounts() {
        sync(DELETE, rows(3));
        Iterator<Object> broken = Stream.<Object>concat(
                        Stream.of(row("c0@example.com", "First 0")),
                        Stream.of(1).map(i -> {
                            throw new IllegalStateException("the source is gone");
                        }))
                .iterator();

        assertThat(send(DELETE, broken).getException())
                .isInstanceOf(OntraportSyncException.class)
                .hasMessageContaining("the source is gone")
                .extracting(failure -> ((OntraportSyncException) failure).getReport())
                .satisfies(report -> counts(report, "read", 1, "unchanged", 1));
        assertThat(sandbox().records(CONTACTS)).hasSize(3);

        counts(sync(DELETE, rows(2)), "read", 2, "unchanged", 2, "removed", 1);
    }

    @Test
    void keepForgetsWhatIsMissing() {
        sync(REFRESH, rows(3));
        counts(sync(REFRESH, rows(2)), "read", 2, "unchanged", 2);

        counts(sync(DELETE, rows(2)), "read", 2, "unchanged", 2);

        assertThat(sandbox().records(CONTACTS)).hasSize(3);
    }

    @Test
    void aDryRunReportsAndWritesNothing() {
        sync(DELETE + "&tags=Member", rows(3));
        List<Map<String, Object>> rows = Arrays.asList(
                row("c0@example.com", "First 0"),
                row("c1@example.com", "Changed"),
                row("new@example.com", "New"),
                row("new@example.com", "Newer"));
        Map<String, String> before = Map.copyOf(map);
        sandbox().forgetRequests();

        Map<String, Object> report = sync(DELETE + "&tags=Member&dryRun=true", rows);

        counts(
                report,
                "read",
                4,
                "created",
                1,
                "updated",
                1,
                "unchanged",
                1,
                "superseded",
                1,
                "removed",
                1,
                "tagged",
                1);
        assertThat(sandbox().requests()).extracting(SandboxRequest::method).containsOnly("GET");
        assertThat(map).isEqualTo(before);
        counts(
                sync(DELETE + "&tags=Member", rows),
                "read",
                4,
                "created",
                1,
                "updated",
                1,
                "unchanged",
                1,
                "superseded",
                1,
                "removed",
                1,
                "tagged",
                1);
    }
}
