package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.poll.UnixTime;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that got the tag: the API adds a tag subscriber for each, whose ids grow, and removes it with the tag. */
public final class TaggedStrategy extends IdStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(TaggedStrategy.class);

    private static final ObjectType SUBSCRIBERS = ObjectTypes.TAG_SUBSCRIBER;
    private static final String TYPE_OF_RECORD = "object_type_id";
    private static final String RECORD = "object_id";
    private static final String TAG = "tag_id";
    /** No source lists this field, so a reply may lack it. */
    private static final String TIME = "date";
    /** How long the meaning of a name is taken for granted. */
    private static final Duration NAME_CHECK = Duration.ofHours(1);

    private static final String TAGS = "tags";
    private static final String NAME_CHECKED = "nameCheckedAt";

    private final PollingClient client;
    private final PollSpec spec;
    private final ObjectType type;
    /** {@code null} when the id is given. */
    private final TagNames names;

    private final WatchedTags tags;
    /** The watermark when the name was looked up last: until then it meant one of the watched tags. */
    private long nameCheckedAt;
    /** {@code null} when this process did not look up the name yet. */
    private Long nameChecked;

    /** First contact does not need the tag, so that nothing is lost while its name is still unknown. */
    public TaggedStrategy(PollingClient client, PollSpec spec) {
        super(client, spec, new InitialIdResolver(client, spec, SUBSCRIBERS, TIME));
        this.client = client;
        this.spec = spec;
        this.type = spec.type();
        PollSpec.Tag tag = spec.tag().orElseThrow();
        this.names = tag.id().isPresent() ? null : new TagNames(client, spec, tag.name());
        this.tags = WatchedTags.of(tag.id().stream().boxed().toList());
    }

    /** Looks up the name now and then: a tag can be renamed, or removed, and another one get its name. */
    @Override
    public long beforeScan(long watermark) {
        long now = client.timing().nanoTime();
        if (names == null || (nameChecked != null && now - nameChecked < NAME_CHECK.toNanos())) {
            return watermark;
        }
        OptionalLong current = names.find();
        if (tags.isEmpty() && current.isEmpty()) {
            throw names.missing();
        }
        nameChecked = now;
        return current.isPresent() ? withCurrent(current.getAsLong(), watermark) : withoutCurrent(watermark);
    }

    private long withCurrent(long current, long watermark) {
        long checkedBefore = nameCheckedAt;
        nameCheckedAt = watermark;
        if (tags.isEmpty() || tags.contains(current)) {
            tags.add(current, watermark);
            return watermark;
        }
        LOG.warn(
                "The name '{}' meant tag {} and now means tag {}. Watches all of them, so that nothing is lost; header"
                        + " CamelOntraportTagId says which tag a record got. To watch one only, set option tagId",
                names.name(),
                tags.ids(),
                current);
        // Rows of the new tag may lie below the watermark, but above where it was when the name was looked up last.
        tags.doneThrough(watermark);
        tags.add(current, checkedBefore);
        return Math.min(watermark, checkedBefore);
    }

    private long withoutCurrent(long watermark) {
        LOG.warn(
                "No tag has the name '{}' any more. Goes on to watch tag {}, which had it; if it was renamed, set option"
                        + " tagId, or its new name and another stateKey",
                names.name(),
                tags.ids());
        // A tag that gets the name later has no older rows than this.
        nameCheckedAt = watermark;
        return watermark;
    }

    /** What is known of the tags must not hide rows either, if the account has not come so far. */
    @Override
    public long reached(long stored, Optional<Instant> storedTime, Checkpoint checkpoint) {
        long reached = super.reached(stored, storedTime, checkpoint);
        if (reached < stored) {
            tags.lower(reached);
            nameCheckedAt = Math.min(nameCheckedAt, reached);
        }
        return reached;
    }

    @Override
    public Scan scan(Position after, DeliveredLog log) {
        Map<String, String> parameters = Map.of(TYPE_OF_RECORD, Integer.toString(type.id()));
        return new IdScan(client, spec.request(client, SUBSCRIBERS, parameters, withTag(), 0), after.main(), log);
    }

    private Condition withTag() {
        return tags.ids().size() == 1
                ? Condition.of(
                        TAG, Operator.EQUAL, Long.toString(tags.ids().iterator().next()))
                : Condition.in(TAG, tags.ids());
    }

    @Override
    public List<Candidate> candidates(List<ScannedRow> rows, long settled) {
        Map<Long, Long> recordIds = new HashMap<>();
        rows.stream().filter(this::isOwn).forEach(row -> recordIds.put(row.id(), recordId(row)));
        Map<Long, Map<String, Object>> records =
                records(recordIds.values().stream().distinct().toList());
        return rows.stream()
                .map(row -> recordIds.containsKey(row.id())
                        ? candidate(row, records.get(recordId(row)), settled)
                        : Candidate.nothing(row))
                .toList();
    }

    private boolean isOwn(ScannedRow row) {
        new RecordFilter(withTag(), Map.of()).check(row.record(), SUBSCRIBERS.plural());
        Object found = row.record().get(TYPE_OF_RECORD);
        boolean isOfType = found == null || found.toString().equals(Integer.toString(type.id()));
        return isOfType && !isTooOld(row.record()) && !tags.isDone(tagId(row), row.id());
    }

    private long tagId(ScannedRow row) {
        String id = Json.text(row.record().get(TAG));
        return id.matches("\\d{1,18}")
                ? Long.parseLong(id)
                : tags.ids().iterator().next();
    }

    private static long recordId(ScannedRow row) {
        String id = Json.text(row.record().get(RECORD));
        if (!id.matches("\\d{1,18}")) {
            throw RecordParser.unexpected(SUBSCRIBERS.plural(), "a row without " + RECORD);
        }
        return Long.parseLong(id);
    }

    private Map<Long, Map<String, Object>> records(List<Long> ids) {
        Map<Long, Map<String, Object>> records = new HashMap<>();
        IdPages pages = new IdPages(spec.records(client, spec.filter().fields()), ids, Map.of());
        while (pages.hasNext()) {
            for (Map<String, Object> record : client.await(pages::next)) {
                spec.filter().check(record, type.plural());
                records.put(RecordParser.id(record, type).orElseThrow(), record);
            }
        }
        return records;
    }

    /**
     * A record that no longer exists is delivered without a body; until the row has settled, it may be a record that is
     * not visible yet. With a filter, nobody knows whether the record would have met it.
     */
    private Candidate candidate(ScannedRow row, Map<String, Object> record, long settled) {
        if (record == null && row.id() > settled) {
            return Candidate.early(row);
        }
        if (record == null && !spec.filter().isEmpty()) {
            return Candidate.nothing(row);
        }
        long id = recordId(row);
        long tag = tagId(row);
        return Candidate.of(
                row,
                new RecordEvent(
                        id,
                        record == null ? null : spec.projection().body(record, type),
                        UnixTime.time(row.record(), TIME),
                        DeliveryKey.of("tagged", type, id, tag, row.id()),
                        OptionalLong.of(tag)));
    }

    @Override
    public void read(JsonNode state) {
        super.read(state);
        if (names != null) {
            tags.read(state.path(TAGS));
            nameCheckedAt = state.path(NAME_CHECKED).asLong();
        }
    }

    @Override
    public void write(ObjectNode state) {
        super.write(state);
        if (names != null && !tags.isEmpty()) {
            tags.write(state.putArray(TAGS));
            state.put(NAME_CHECKED, nameCheckedAt);
        }
    }
}
