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
 * @param settleTime    longest time until a record becomes visible
 * @param sweepInterval for deleted: time after which all ids are compared, whatever the counts say
 * @param maxDeleted    for deleted: a sweep that misses more records than this fails
 */
public record PollSpec(
        ObjectType type,
        RecordFilter filter,
        Projection projection,
        int pageSize,
        InitialPosition startFrom,
        Optional<Tag> tag,
        Duration settleTime,
        Duration sweepInterval,
        OptionalLong maxDeleted) {

    /** A page of one row does not show whether the server sorted. */
    private static final int MIN_ROWS = 2;

    /**
     * The tag to watch: its name or its id.
     *
     * @param name {@code null} when the id is given
     */
    public record Tag(String name, OptionalLong id) {}

    /** Reads the watched records, with the fields that are delivered and those needed. */
    public PageRequest records(PollingClient client, Collection<String> needed) {
        Map<String, String> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(projection.parameters(type, needed));
        return request(client, type, parameters, filter.condition(), 0);
    }

    /** Reads the watched records with all their fields. */
    public PageRequest wholeRecords(PollingClient client) {
        Map<String, String> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(projection.withAllFields().parameters(type, filter.fields()));
        return request(client, type, parameters, filter.condition(), 0);
    }

    /** Reads all records of the type with all their fields, also those that the filter leaves out. */
    public PageRequest unfiltered(PollingClient client, Condition condition) {
        return request(client, type, projection.withAllFields().parameters(type, filter.fields()), condition, 0);
    }

    /** Reads only these fields of all records that meet the condition. */
    public PageRequest bare(PollingClient client, ObjectType of, String fields, Condition condition, long limit) {
        return request(client, of, Map.of("listFields", fields), condition, limit);
    }

    public PageRequest request(
            PollingClient client, ObjectType of, Map<String, String> parameters, Condition condition, long limit) {
        return new PageRequest(
                client.api(),
                client.usage(),
                of,
                of.collectionPath(),
                parameters,
                condition,
                Math.max(pageSize, MIN_ROWS),
                limit);
    }
}
