package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.page.TagLookup;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.poll.UnixTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Records that got the tag: the API adds a tag subscriber for each, whose ids grow, and removes it with the tag. */
public final class TaggedStrategy extends IdStrategy {

    private static final ObjectType SUBSCRIBERS = ObjectTypes.TAG_SUBSCRIBER;
    private static final String TYPE_OF_RECORD = "object_type_id";
    private static final String RECORD = "object_id";
    /** No source lists it, so a reply without it must not surprise. */
    private static final String TIME = "date";

    private final PollingClient source;
    private final PollSpec watch;
    private final ObjectType type;
    private final PollSpec.Tag tag;
    private OptionalLong tagId;

    /** First contact is whatever the tag is, so that what happens while its name is still unknown is not lost. */
    public TaggedStrategy(PollingClient source, PollSpec watch) {
        super(watch, new InitialPositionResolver(source, watch, SUBSCRIBERS, TIME));
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
        this.tag = watch.tag().orElseThrow();
        this.tagId = tag.id();
    }

    @Override
    public Scan walk(long after, DeliveredLog memory) {
        Map<String, String> parameters = Map.of(TYPE_OF_RECORD, Integer.toString(type.id()));
        return new IdScan(source, watch.request(source, SUBSCRIBERS, parameters, withTag(), 0), after, memory::advance);
    }

    private Condition withTag() {
        return Condition.of("tag_id", Operator.EQUAL, Long.toString(tagId()));
    }

    private long tagId() {
        if (tagId.isEmpty()) {
            tagId = OptionalLong.of(find(tag.name()));
        }
        return tagId.getAsLong();
    }

    private long find(String name) {
        TagLookup wanted = new TagLookup(type, name);
        List<JsonNode> tags = source.await(
                new KeysetPages(watch.request(source, TagLookup.TAGS, Map.of(), wanted.condition(), 1), false).next());
        return wanted.idIn(tags)
                .orElseThrow(
                        () -> new InvalidInputException(
                                "Option tag: the account has no tag '" + name + "' for "
                                        + type.plural()
                                        + ". Nothing is lost meanwhile: once there is such a tag, those who got it since the first poll come"));
    }

    @Override
    public List<Candidate> findings(List<ScannedRow> rows, long settled) {
        List<ScannedRow> own = rows.stream().filter(this::isOfOwnType).toList();
        Map<Long, JsonNode> records =
                records(own.stream().map(TaggedStrategy::recordId).distinct().toList());
        return rows.stream()
                .map(row ->
                        isOfOwnType(row) ? finding(row, records.get(recordId(row)), settled) : Candidate.nothing(row))
                .toList();
    }

    private boolean isOfOwnType(ScannedRow row) {
        new RecordFilter(withTag(), Map.of()).check(row.record(), SUBSCRIBERS.plural());
        JsonNode found = row.record().get(TYPE_OF_RECORD);
        return found == null || found.asText().equals(Integer.toString(type.id()));
    }

    private static long recordId(ScannedRow row) {
        String id = row.record().path(RECORD).asText();
        if (!id.matches("\\d{1,18}")) {
            throw RecordParser.unexpected(SUBSCRIBERS.plural(), "a row without " + RECORD);
        }
        return Long.parseLong(id);
    }

    private Map<Long, JsonNode> records(List<Long> ids) {
        Map<Long, JsonNode> records = new HashMap<>();
        IdPages pages = new IdPages(watch.records(source, watch.filter().fields()), ids, Map.of());
        while (pages.hasNext()) {
            for (JsonNode record : source.await(pages.next())) {
                watch.filter().check(record, type.plural());
                records.put(RecordParser.id(record, type).orElseThrow(), record);
            }
        }
        return records;
    }

    /**
     * A record that is gone comes without a body; but one that is not visible yet looks the same until the row has settled.
     * With a filter it is not known whether it would have been meant.
     */
    private Candidate finding(ScannedRow row, JsonNode record, long settled) {
        if (record == null && row.position() > settled) {
            return Candidate.early(row);
        }
        if (record == null && !watch.filter().isEmpty()) {
            return Candidate.nothing(row);
        }
        long id = recordId(row);
        return Candidate.of(
                row,
                new RecordEvent(
                        id,
                        record == null ? null : watch.columns().body(record, type),
                        UnixTime.time(row.record(), TIME),
                        DeliveryKey.of("tagged", type, id, tagId(), row.id()),
                        OptionalLong.of(tagId())));
    }
}
