package io.github.camelontraport.poll.history;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.poll.InitialPosition;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.RecordEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/** Compares what a consumer delivers with what happened. */
final class DeliveryOracle {

    private final PollEvent watched;
    private final LongPredicate isOwedTag;
    private final InitialPosition startFrom;
    private final ExpectedState expected;
    private final Set<String> stored = new HashSet<>();
    private final Map<Long, Integer> versions = new HashMap<>();
    private final Set<Long> got = new HashSet<>();
    private Place before;
    private int stepsBackKnown;
    private int contactBegan = -1;
    private Instant contactTime;
    private int contactEnded = Integer.MAX_VALUE;

    /** @param isOwedTag whether the tag of this row is a watched one */
    DeliveryOracle(PollEvent watched, InitialPosition startFrom, ExpectedState expected, LongPredicate isOwedTag) {
        this.isOwedTag = isOwedTag;
        this.watched = watched;
        this.startFrom = startFrom;
        this.expected = expected;
    }

    private record Place(long second, long id) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingLong(Place::second)
                    .thenComparingLong(Place::id)
                    .compare(this, other);
        }
    }

    /** A poller that knows nothing yet looks at the account for the first time. */
    void contactBegins(Instant serverTime) {
        contactBegan = expected.now();
        contactTime = serverTime;
        highestRecord = expected.highest(expected.records(), serverTime);
        highestTag = expected.highest(expected.tags(), serverTime);
    }

    private long highestRecord;
    private long highestTag;

    void contactEnds() {
        contactEnded = expected.now();
    }

    void pollBegins() {
        before = null;
    }

    /** A consumer that polled to the end knows that the clock was set back, and has read again what it had to. */
    void pollEnds(int stepsBackBefore) {
        if (watched == PollEvent.UPDATED && stepsBackBefore > stepsBackKnown) {
            stepsBackKnown = stepsBackBefore;
            stored.clear();
        }
    }

    /** When the clock was set back, changes come again, some of them with earlier times than what came before. */
    private boolean isInDisorder() {
        return watched == PollEvent.UPDATED && expected.stepsBack() > stepsBackKnown;
    }

    /** It was handed over, whatever became of it. */
    void handedOver(RecordEvent event) {
        if (!isInDisorder()) {
            assertThat(stored).as("delivered again after it was stored").doesNotContain(event.deliveryKey());
        }
        Place place = place(event);
        if (before != null && !isInDisorder()) {
            assertThat(place).as("order").isGreaterThan(before);
        }
        before = place;
        int version = version(event);
        if (watched == PollEvent.TAGGED) {
            assertThat(event.body() != null
                            || !expected.records().get(event.id()).lives())
                    .as("has a body")
                    .isTrue();
        }
        assertThat(expected.stepsBack() == 0 && isOld(event, version))
                .as("%s was there before the beginning", event)
                .isFalse();
        assertThat(version)
                .as("%s was followed by a newer version", event)
                .isGreaterThanOrEqualTo(versions.getOrDefault(event.id(), 0));
    }

    private Place place(RecordEvent event) {
        return switch (watched) {
            case CREATED -> new Place(0, event.id());
            case UPDATED -> new Place(event.time().orElseThrow().getEpochSecond(), event.id());
            default -> new Place(0, row(event));
        };
    }

    private static long row(RecordEvent tagged) {
        return Long.parseLong(
                tagged.deliveryKey().substring(tagged.deliveryKey().lastIndexOf(':') + 1));
    }

    private static int version(RecordEvent event) {
        return event.body() == null
                ? Integer.MAX_VALUE
                : Integer.parseInt(
                        ((Map<?, ?>) event.body()).get("firstname").toString().substring(1));
    }

    private boolean isOld(RecordEvent event, int version) {
        ExpectedState.Life life = expected.records().get(event.id());
        return switch (startFrom.kind()) {
            case BEGINNING -> false;
            case NOW ->
                switch (watched) {
                    case CREATED -> event.id() <= highestRecord;
                    case UPDATED -> version <= contactBegan && life.isSeen(version, contactTime);
                    default -> row(event) <= highestTag;
                };
            case INSTANT ->
                switch (watched) {
                    case CREATED -> wasBefore(life);
                    case UPDATED ->
                        event.time()
                                .orElseThrow()
                                .isBefore(startFrom.instant().orElseThrow().truncatedTo(SECONDS));
                    default -> wasBefore(expected.tags().get(row(event)));
                };
        };
    }

    private boolean wasBefore(ExpectedState.Life life) {
        return isBefore(life.first()) && life.wasVisible(contactBegan, contactTime);
    }

    private boolean isBefore(ExpectedState.Version version) {
        return version.at().getEpochSecond() < startFrom.instant().orElseThrow().getEpochSecond();
    }

    /** The consumer's own work with it is done. */
    void done(RecordEvent event) {
        got.add(watched == PollEvent.TAGGED ? row(event) : event.id());
        if (watched != PollEvent.TAGGED) {
            versions.put(event.id(), version(event));
        }
    }

    void stored(RecordEvent event) {
        stored.add(event.deliveryKey());
    }

    /** After everything has settled and was polled. */
    void end() {
        Map<Long, ExpectedState.Life> lives = watched == PollEvent.TAGGED ? expected.tags() : expected.records();
        List<Long> missing = lives.entrySet().stream()
                .filter(entry -> entry.getValue().lives())
                .filter(entry -> isOwed(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(id -> !got.contains(id))
                .toList();
        assertThat(missing).as("never delivered").isEmpty();
        if (watched == PollEvent.UPDATED) {
            lives.forEach((id, life) -> {
                if (life.lives() && isOwed(id, life)) {
                    assertThat(versions)
                            .as("latest versions")
                            .containsEntry(id, life.last().tick());
                }
            });
        }
    }

    private boolean isOwed(long id, ExpectedState.Life life) {
        ExpectedState.Version version = watched == PollEvent.UPDATED ? life.last() : life.first();
        boolean in =
                switch (watched) {
                    case CREATED -> life.alwaysIn();
                    case UPDATED -> version.in();
                    default -> expected.taggedRecord(id).alwaysIn() && isOwedTag.test(id);
                };
        return in
                && switch (startFrom.kind()) {
                    case BEGINNING -> true;
                    case NOW -> version.tick() > contactEnded;
                    case INSTANT -> !isBefore(version);
                };
    }
}
