package io.github.camelontraport.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.Rows;
import io.github.camelontraport.api.page.TagByName;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Records that got the tag: the API adds a tag subscriber for each, whose ids grow, and removes it with the tag. */
final class TaggedFeed extends IdFeed {

    private static final ObjectType SUBSCRIBERS = ObjectTypes.find("TagSubscriber").orElseThrow();
    private static final String TYPE_OF_RECORD = "object_type_id";
    private static final String RECORD = "object_id";
    /** No source lists it, so a reply without it must not surprise. */
    private static final String TIME = "date";

    private final Source source;
    private final Watch watch;
    private final ObjectType type;
    private final Watch.Tag tag;
    private OptionalLong tagId;

    /** First contact is whatever the tag is, so that what happens while its name is still unknown is not lost. */
    TaggedFeed(Source source, Watch watch) {
        super(watch, new FirstContact(source, watch, SUBSCRIBERS, TIME));
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
        this.tag = watch.tag().orElseThrow();
        this.tagId = tag.id();
    }

    @Override
    public Walk walk(long after, Memory memory) {
        Map<String, String> parameters = Map.of(TYPE_OF_RECORD, Integer.toString(type.id()));
        return new IdWalk(source, watch.request(source, SUBSCRIBERS, parameters, withTag(), 0), after, memory::raised);
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
        TagByName wanted = new TagByName(type, name);
        List<JsonNode> tags = source.await(new KeysetPages(
                watch.request(source, TagByName.TAGS, Map.of(), wanted.condition(), 1), false).next());
        return wanted.idIn(tags).orElseThrow(() -> new InvalidInputException("Option tag: the account has no tag '" + name + "' for "
                + type.plural()
                + ". Nothing is lost meanwhile: once there is such a tag, those who got it since the first poll come"));
    }

    @Override
    public List<Finding> findings(List<Row> rows, long settled) {
        List<Row> own = rows.stream().filter(this::isOfOwnType).toList();
        Map<Long, JsonNode> records = records(own.stream().map(TaggedFeed::recordId).distinct().toList());
        return rows.stream().map(row -> isOfOwnType(row)
                ? finding(row, records.get(recordId(row)), settled) : Finding.nothing(row)).toList();
    }

    private boolean isOfOwnType(Row row) {
        new Filter(withTag(), Map.of()).check(row.record(), SUBSCRIBERS.plural());
        JsonNode found = row.record().get(TYPE_OF_RECORD);
        return found == null || found.asText().equals(Integer.toString(type.id()));
    }

    private static long recordId(Row row) {
        String id = row.record().path(RECORD).asText();
        if (!id.matches("\\d{1,18}")) {
            throw Rows.unexpected(SUBSCRIBERS.plural(), "a row without " + RECORD);
        }
        return Long.parseLong(id);
    }

    private Map<Long, JsonNode> records(List<Long> ids) {
        Map<Long, JsonNode> records = new HashMap<>();
        IdPages pages = new IdPages(watch.records(source, watch.filter().fields()), ids, Map.of());
        while (pages.hasNext()) {
            for (JsonNode record : source.await(pages.next())) {
                watch.filter().check(record, type.plural());
                records.put(Rows.id(record, type).orElseThrow(), record);
            }
        }
        return records;
    }

    /**
     * A record that is gone comes without a body; but one that is not visible yet looks the same until the row has settled.
     * With a filter it is not known whether it would have been meant.
     */
    private Finding finding(Row row, JsonNode record, long settled) {
        if (record == null && row.position() > settled) {
            return Finding.early(row);
        }
        if (record == null && !watch.filter().isEmpty()) {
            return Finding.nothing(row);
        }
        long id = recordId(row);
        return Finding.of(row, new Occurrence(id, record == null ? null : watch.columns().body(record, type),
                Seconds.time(row.record(), TIME), DeliveryKey.of("tagged", type, id, tagId(), row.id()),
                OptionalLong.of(tagId())));
    }
}
