package io.github.camelontraport.poll.keyset;

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
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the id at which a consumer of {@code created} or {@code tagged} begins. For {@code updated}
 * see {@link InitialTimeResolver}.
 *
 * @param created the field with the time of creation; {@code null} when the type has none
 */
record InitialIdResolver(PollingClient client, PollSpec spec, ObjectType type, String created) {

    /** One row would do, but only two show whether the server sorts. */
    private static final int ROWS = 2;

    /** The id that startFrom means; records with a higher id are delivered. */
    long initialId() {
        return switch (spec.startFrom().kind()) {
            case BEGINNING -> 0;
            case INSTANT -> before(spec.startFrom().instant().orElseThrow());
            case NOW -> highest();
        };
    }

    long highest() {
        return first(type.idField(), null, true).flatMap(this::id).orElse(0L);
    }

    /** The row with the highest id up to this one, with its time of creation where the type has one. */
    Optional<Map<String, Object>> newest(long upTo) {
        Condition condition = Condition.of(type.idField(), Operator.AT_MOST, Long.toString(upTo));
        return first(created == null ? type.idField() : type.idField() + "," + created, condition, true);
    }

    private Optional<Long> id(Map<String, Object> row) {
        OptionalLong id = RecordParser.id(row, type);
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    /** The id above which all records of that time and later are, also those that are not visible yet. */
    long before(Instant instant) {
        if (created == null) {
            throw noTimes();
        }
        // First: records that are created during the other requests have higher ids.
        long highest = highest();
        String second = Long.toString(instant.getEpochSecond());
        Optional<Long> older = first(Condition.of(created, Operator.LESS, second), true);
        Optional<Long> lowest = first(Condition.of(created, Operator.AT_LEAST, second), false);
        if (lowest.isEmpty()) {
            return older.orElseGet(() -> withoutTime(highest));
        }
        // Not just below the lowest: a record with a lower id may become visible late. Nor the older alone: it may have
        // got an old time later.
        return Math.min(older.orElse(0L), lowest.get() - 1);
    }

    /** Records without a time are neither older nor later. A deleted record says nothing about those not visible yet. */
    private long withoutTime(long highest) {
        return highest > 0 && highest() == highest ? highest : 0;
    }

    private Optional<Long> first(Condition condition, boolean descending) {
        return first(type.idField() + "," + created, condition, descending).flatMap(this::id);
    }

    private Optional<Map<String, Object>> first(String fields, Condition condition, boolean descending) {
        KeysetPages pages = new KeysetPages(spec.bare(client, type, fields, condition, ROWS), descending);
        List<Map<String, Object>> rows = client.await(pages::next);
        if (condition != null) {
            rows.forEach(row -> check(row, condition));
        }
        return rows.stream().findFirst();
    }

    private void check(Map<String, Object> row, Condition condition) {
        if (condition.fields().contains(created) && row.get(created) == null) {
            throw noTimes();
        }
        new RecordFilter(condition, Map.of()).check(row, type.plural());
    }

    private InvalidInputException noTimes() {
        return new InvalidInputException("Option startFrom: " + type.plural()
                + " have no time of creation, so none can be found by a time. Use now or beginning");
    }
}
