package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.support.CapturedLog;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What a sync does about fields of rows that the account does not have. */
class SyncUnknownFieldsTest extends SyncTestSupport {

    private static final List<Map<String, Object>> ROWS = List.of(
            Map.of("email", "a@example.com", "firstnam", "A"),
            Map.of("email", "b@example.com", "firstname", "B"),
            Map.of("email", "c@example.com", "firstnam", "C", "citty", "Bend"));

    @Test
    void failRefusesTheRow() {
        counts(sync(SYNC + REJECTS + "&unknownFields=fail", ROWS), "read", 3, "created", 1, "rejected", 2);

        assertThat(rejected)
                .extracting(exchange -> exchange.getMessage().getHeader(OntraportConstants.REASON))
                .allSatisfy(reason -> assertThat(reason).asString().containsAnyOf("firstname", "city"));
        assertThat(requests("POST /objects/saveorupdate")).isEqualTo(1);
        assertThat(requests("GET /objects/meta")).isEqualTo(1);
    }

    @Test
    void warnLogsOnceAFieldWithTheNearestNameAndNamesAllInTheHeader() {
        try (CapturedLog log = new CapturedLog("io.github.camelontraport.value.mapper.FieldReporter")) {
            Exchange done = send(WITH_LEDGER, ROWS);

            counts(record(done), "read", 3, "created", 3);
            assertThat(done.getMessage().getHeader(OntraportConstants.UNKNOWN_FIELDS))
                    .isEqualTo(List.of("citty", "firstnam"));
            assertThat(log.lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("'firstnam'").contains("'firstname'"))
                    .anySatisfy(line -> assertThat(line).contains("'citty'").contains("'city'"));
            Exchange again = send(WITH_LEDGER, ROWS);
            assertThat(again.getMessage().getHeader(OntraportConstants.REQUESTS))
                    .isEqualTo(0);
            assertThat(again.getMessage().getHeader(OntraportConstants.UNKNOWN_FIELDS))
                    .isNull();
        }
    }

    @Test
    void warnCostsNothingWhereAllFieldsAreKnown() {
        counts(sync(SYNC, rows(3)), "read", 3, "created", 3);

        assertThat(requests("GET /objects/meta")).isZero();
    }

    @Test
    void aDryRunNamesThemBeforeAnythingIsWritten() {
        for (String mode : List.of("dedup", "append")) {
            Exchange done = send(SYNC + "&dryRun=true&syncMode=" + mode, ROWS);

            assertThat(done.getMessage().getHeader(OntraportConstants.UNKNOWN_FIELDS))
                    .as(mode)
                    .isEqualTo(List.of("citty", "firstnam"));
        }
        assertThat(requests("GET /objects/meta")).isEqualTo(1);
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @Test
    void ignoreLooksNothingUp() {
        Exchange done = send(SYNC + "&unknownFields=ignore", ROWS);

        assertThat(done.getMessage().getHeader(OntraportConstants.UNKNOWN_FIELDS))
                .isNull();
        assertThat(requests("GET /objects/meta")).isZero();
    }
}
