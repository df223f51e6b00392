package io.github.camelontraport.poll;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.checkpoint.CheckpointOwner;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a test watches; by default all contacts, with 30 seconds to settle and pages of 50. */
public record PollSpecBuilder(
        PollEvent event,
        int pageSize,
        Duration settleTime,
        InitialPosition startFrom,
        RecordFilter filter,
        Projection projection,
        Optional<PollSpec.Tag> tag) {

    private static final ObjectType CONTACTS = ObjectTypes.find("contacts").orElseThrow();

    public static PollSpecBuilder of(PollEvent event) {
        return new PollSpecBuilder(
                event,
                50,
                Duration.ofSeconds(30),
                InitialPosition.parse("now"),
                RecordFilter.NONE,
                new Projection(List.of("firstname"), List.of()),
                Optional.empty());
    }

    public static PollSpecBuilder tagged(long tag) {
        return of(PollEvent.TAGGED).tag(new PollSpec.Tag(null, OptionalLong.of(tag)));
    }

    public PollSpecBuilder tag(PollSpec.Tag other) {
        return new PollSpecBuilder(event, pageSize, settleTime, startFrom, filter, projection, Optional.of(other));
    }

    public PollSpecBuilder pageSize(int other) {
        return new PollSpecBuilder(event, other, settleTime, startFrom, filter, projection, tag);
    }

    public PollSpecBuilder settleTime(Duration other) {
        return new PollSpecBuilder(event, pageSize, other, startFrom, filter, projection, tag);
    }

    public PollSpecBuilder from(String other) {
        return new PollSpecBuilder(event, pageSize, settleTime, InitialPosition.parse(other), filter, projection, tag);
    }

    public PollSpecBuilder condition(String text) {
        return filter(new RecordFilter(Condition.parse(text), Map.of()));
    }

    PollSpecBuilder filter(RecordFilter other) {
        return new PollSpecBuilder(event, pageSize, settleTime, startFrom, other, projection, tag);
    }

    public PollSpecBuilder projection(Projection other) {
        return new PollSpecBuilder(event, pageSize, settleTime, startFrom, filter, other, tag);
    }

    public PollSpec spec() {
        return new PollSpec(
                CONTACTS,
                filter,
                projection,
                pageSize,
                startFrom,
                tag,
                settleTime,
                Duration.ofHours(24),
                OptionalLong.empty());
    }

    public CheckpointOwner identity() {
        return CheckpointOwner.of(event.option(), "0", URI.create("https://api.example.test/1"), "app", filter.text());
    }
}
