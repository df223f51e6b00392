package io.github.camelontraport.poll;

import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a test watches; by default all contacts, with 30 seconds to settle and pages of 50. */
record Watching(PollEvent event, int pageSize, Duration settleTime, StartFrom startFrom, Filter filter, Columns columns,
        Optional<Watch.Tag> tag) {

    private static final ObjectType CONTACTS = ObjectTypes.find("contacts").orElseThrow();

    static Watching of(PollEvent event) {
        return new Watching(event, 50, Duration.ofSeconds(30), StartFrom.parse("now"), Filter.NONE,
                new Columns(List.of("firstname"), List.of()), Optional.empty());
    }

    static Watching tagged(long tag) {
        return of(PollEvent.TAGGED).tag(new Watch.Tag(null, OptionalLong.of(tag)));
    }

    Watching tag(Watch.Tag other) {
        return new Watching(event, pageSize, settleTime, startFrom, filter, columns, Optional.of(other));
    }

    Watching pageSize(int other) {
        return new Watching(event, other, settleTime, startFrom, filter, columns, tag);
    }

    Watching settleTime(Duration other) {
        return new Watching(event, pageSize, other, startFrom, filter, columns, tag);
    }

    Watching from(String other) {
        return new Watching(event, pageSize, settleTime, StartFrom.parse(other), filter, columns, tag);
    }

    Watching condition(String text) {
        return filter(new Filter(Condition.parse(text), Map.of()));
    }

    Watching filter(Filter other) {
        return new Watching(event, pageSize, settleTime, startFrom, other, columns, tag);
    }

    Watching columns(Columns other) {
        return new Watching(event, pageSize, settleTime, startFrom, filter, other, tag);
    }

    Watch watch() {
        return new Watch(CONTACTS, filter, columns, pageSize, startFrom, tag, settleTime, Duration.ofHours(24),
                OptionalLong.empty());
    }

    Identity identity() {
        return Identity.of(event.option(), "0", URI.create("https://api.example.test/1"), "app", filter.text());
    }
}
