package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The ids that an account has when it is looked at for the first time.
 *
 * @param created the field with the time of creation; {@code null} when there is none
 */
record InitialPositionResolver(PollingClient source, PollSpec watch, ObjectType type, String created) {

    /** One row would do, but only two show whether the server sorts. */
    private static final int ROWS = 2;

    long highest() {
        return first(null, true).orElse(0);
    }

    /** The id behind which everything of that time and later is, also what is not visible yet. */
    long before(Instant instant) {
        if (created == null) {
            throw noTimes();
        }
        // First: what is created while the others are looked for lies above it.
        long highest = highest();
        String second = Long.toString(instant.getEpochSecond());
        OptionalLong older = first(Condition.of(created, Operator.LESS, second), true);
        OptionalLong lowest = first(Condition.of(created, Operator.AT_LEAST, second), false);
        if (lowest.isEmpty()) {
            return older.orElseGet(() -> withoutTime(highest));
        }
        // Not just below the lowest: one in front of it may become visible late. Nor the older alone: it may have been
        // given an old time later.
        return Math.min(older.orElse(0), lowest.getAsLong() - 1);
    }

    /** Records without a time are neither older nor later. One that is gone meanwhile says nothing of those not visible yet. */
    private long withoutTime(long highest) {
        return highest > 0 && highest() == highest ? highest : 0;
    }

    private OptionalLong first(Condition condition, boolean descending) {
        String fields = type.idField() + (condition == null ? "" : "," + created);
        List<JsonNode> rows =
                source.await(new KeysetPages(watch.bare(source, type, fields, condition, ROWS), descending).next());
        if (condition != null) {
            rows.forEach(row -> check(row, condition));
        }
        return rows.isEmpty() ? OptionalLong.empty() : RecordParser.id(rows.get(0), type);
    }

    private void check(JsonNode row, Condition condition) {
        if (!row.hasNonNull(created)) {
            throw noTimes();
        }
        new RecordFilter(condition, Map.of()).check(row, type.plural());
    }

    private InvalidInputException noTimes() {
        return new InvalidInputException("Option startFrom: " + type.plural()
                + " do not tell when they came to be, so none can " + "be found by a time. Use now or beginning");
    }
}
