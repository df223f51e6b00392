package io.github.camelontraport.poll;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.type.ObjectType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a consumer watches, and how.
 *
 * @param tag           for tagged only
 * @param settleTime    longest that a record takes to become visible
 * @param sweepInterval for deleted: time after which all ids are compared, whatever the counts say
 * @param maxDeleted    for deleted: more at once than this are not believed
 */
public record PollSpec(
        ObjectType type,
        RecordFilter filter,
        Projection columns,
        int pageSize,
        InitialPosition startFrom,
        Optional<Tag> tag,
        Duration settleTime,
        Duration sweepInterval,
        OptionalLong maxDeleted) {

    /** A page of one row does not show whether the server sorted. */
    private static final int LEAST_ROWS = 2;

    /**
     * The tag whose bearers are watched: one of both.
     *
     * @param name {@code null} when the id is given
     */
    public record Tag(String name, OptionalLong id) {}

    /** Reads the watched records, with the fields that are delivered and those needed. */
    public PageRequest records(PollingClient source, Collection<String> needed) {
        Map<String, String> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(columns.parameters(type, needed));
        return request(source, type, parameters, filter.condition(), 0);
    }

    /** The same of all records of the type, whether they are watched or not. */
    public PageRequest unfiltered(PollingClient source, Collection<String> needed) {
        return request(source, type, columns.parameters(type, needed), null, 0);
    }

    /** Reads nothing but these fields of all records that meet the condition. */
    public PageRequest bare(PollingClient source, ObjectType of, String fields, Condition condition, long limit) {
        return request(source, of, Map.of("listFields", fields), condition, limit);
    }

    public PageRequest request(
            PollingClient source, ObjectType of, Map<String, String> parameters, Condition condition, long limit) {
        return new PageRequest(
                source.client(),
                source.usage(),
                of,
                of.collectionPath(),
                parameters,
                condition,
                Math.max(pageSize, LEAST_ROWS),
                limit);
    }
}
