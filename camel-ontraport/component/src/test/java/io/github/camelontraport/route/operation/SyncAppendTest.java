package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportSyncException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The operation sync with a record for each row. */
class SyncAppendTest extends SyncTestSupport {

    private static final String APPEND = SYNC + "&syncMode=append&syncLedger=#ledger&concurrency=1";

    @Test
    void everyRowBecomesARecord() {
        List<Map<String, Object>> rows = List.of(row("a@example.com", "A"), row("a@example.com", "A"), row(null, "B"));

        counts(sync(SYNC + "&syncMode=append&tags=New", rows), "read", 3, "created", 3, "tagged", 3);

        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        assertThat(sandbox().requests()).hasSize(4);
        counts(sync(APPEND, rows), "read", 3, "created", 3);
        counts(sync(APPEND, rows), "read", 3, "created", 3);
        assertThat(sandbox().records(CONTACTS)).hasSize(9);
    }

    @Test
    void anInterruptedRunGoesOnInWhateverOrderTheRowsCome() {
        List<Map<String, Object>> rows = new ArrayList<>(rows(6));
        rows.add(rows.get(0));
        sandbox().faults().skip(3).on("POST", "/objects").status(401, "no");

        Exchange ended = send(APPEND, rows);

        assertThat(ended.getException())
                .isInstanceOf(OntraportSyncException.class)
                .cause()
                .isInstanceOf(OntraportAuthenticationException.class);
        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        Collections.reverse(rows);
        counts(sync(APPEND, rows), "read", 7, "created", 4, "unchanged", 3);
        assertThat(sandbox().records(CONTACTS)).hasSize(7);
        counts(sync(APPEND, rows), "read", 7, "created", 7);
    }

    @Test
    void aRowOfUnknownOutcomeIsRejectedAndNotWrittenAgain() {
        sandbox().faults().skip(1).on("POST", "/objects").dropConnectionAfterCommit();
        sandbox().faults().skip(2).on("POST", "/objects").status(401, "no");

        Exchange ended = send(APPEND + REJECTS, rows(5));

        assertThat(ended.getException()).isInstanceOf(OntraportSyncException.class);
        assertThat(((OntraportSyncException) ended.getException()).getReport())
                .containsEntry("created", 1L)
                .containsEntry("unclear", 1L);
        assertThat(rejected).singleElement().satisfies(exchange -> {
            assertThat(exchange.getMessage().getBody()).isEqualTo(rows(2).get(1));
            assertThat(exchange.getMessage().getHeader(OntraportConstants.ROW)).isEqualTo(2L);
        });
        counts(sync(APPEND + REJECTS, rows(5)), "read", 5, "created", 3, "unchanged", 1, "unclear", 1);
        assertThat(sandbox().records(CONTACTS)).hasSize(5);
    }

    @Test
    void aRowOfUnknownOutcomeIsLookedUpByItsKey() {
        sandbox().faults().skip(1).on("POST", "/objects").dropConnectionAfterCommit();
        sandbox().faults().skip(2).on("POST", "/objects").dropConnectionBeforeCommit();

        counts(sync(APPEND + REJECTS + "&syncKey=email", rows(4)), "read", 4, "created", 3, "unclear", 1);

        assertThat(sandbox().records(CONTACTS)).hasSize(3);
        assertThat(rejected).hasSize(1);
    }
}
