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

/** Judges what a consumer is given against what really happened. */
final class DeliveryOracle {

    private final PollEvent event;
    private final InitialPosition startFrom;
    private final ExpectedState truth;
    private final Set<String> stored = new HashSet<>();
    private final Map<Long, Integer> versions = new HashMap<>();
    private final Set<Long> got = new HashSet<>();
    private Place before;
    private int contactBegan = -1;
    private Instant contactTime;
    private int contactEnded = Integer.MAX_VALUE;

    DeliveryOracle(PollEvent event, InitialPosition startFrom, ExpectedState truth) {
        this.event = event;
        this.startFrom = startFrom;
        this.truth = truth;
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
        contactBegan = truth.now();
        contactTime = serverTime;
        highestRecord = truth.highest(truth.records(), serverTime);
        highestTag = truth.highest(truth.tags(), serverTime);
    }

    private long highestRecord;
    private long highestTag;

    void contactEnds() {
        contactEnded = truth.now();
    }

    void pollBegins() {
        before = null;
    }

    /** It was handed over, whatever became of it. */
    void handedOver(RecordEvent occurrence) {
        assertThat(stored).as("delivered again after it was stored").doesNotContain(occurrence.deliveryKey());
        Place place = place(occurrence);
        if (before != null) {
            assertThat(place).as("order").isGreaterThan(before);
        }
        before = place;
        int version = version(occurrence);
        if (event == PollEvent.TAGGED) {
            assertThat(occurrence.body() != null
                            || !truth.records().get(occurrence.id()).lives())
                    .as("has a body")
                    .isTrue();
        }
        assertThat(isOld(occurrence, version))
                .as("%s was there before the beginning", occurrence)
                .isFalse();
        assertThat(version)
                .as("%s was followed by a newer version", occurrence)
                .isGreaterThanOrEqualTo(versions.getOrDefault(occurrence.id(), 0));
    }

    private Place place(RecordEvent occurrence) {
        return switch (event) {
            case CREATED -> new Place(0, occurrence.id());
            case UPDATED -> new Place(occurrence.time().orElseThrow().getEpochSecond(), occurrence.id());
            default -> new Place(0, row(occurrence));
        };
    }

    private static long row(RecordEvent tagged) {
        return Long.parseLong(
                tagged.deliveryKey().substring(tagged.deliveryKey().lastIndexOf(':') + 1));
    }

    private static int version(RecordEvent occurrence) {
        return occurrence.body() == null
                ? Integer.MAX_VALUE
                : Integer.parseInt(((Map<?, ?>) occurrence.body())
                        .get("firstname")
                        .toString()
                        .substring(1));
    }

    private boolean isOld(RecordEvent occurrence, int version) {
        ExpectedState.Life life = truth.records().get(occurrence.id());
        return switch (startFrom.kind()) {
            case BEGINNING -> false;
            case NOW ->
                switch (event) {
                    case CREATED -> occurrence.id() <= highestRecord;
                    case UPDATED -> version <= contactBegan && life.isSeen(version, contactTime);
                    default -> row(occurrence) <= highestTag;
                };
            case INSTANT ->
                switch (event) {
                    case CREATED -> wasBefore(life);
                    case UPDATED ->
                        occurrence
                                .time()
                                .orElseThrow()
                                .isBefore(startFrom.instant().orElseThrow().truncatedTo(SECONDS));
                    default -> wasBefore(truth.tags().get(row(occurrence)));
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
    void done(RecordEvent occurrence) {
        got.add(event == PollEvent.TAGGED ? row(occurrence) : occurrence.id());
        if (event != PollEvent.TAGGED) {
            versions.put(occurrence.id(), version(occurrence));
        }
    }

    void stored(RecordEvent occurrence) {
        stored.add(occurrence.deliveryKey());
    }

    /** After everything has settled and was polled. */
    void end() {
        Map<Long, ExpectedState.Life> lives = event == PollEvent.TAGGED ? truth.tags() : truth.records();
        List<Long> missing = lives.entrySet().stream()
                .filter(entry -> entry.getValue().lives())
                .filter(entry -> isOwed(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(id -> !got.contains(id))
                .toList();
        assertThat(missing).as("never delivered").isEmpty();
        if (event == PollEvent.UPDATED) {
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
        ExpectedState.Version version = event == PollEvent.UPDATED ? life.last() : life.first();
        boolean in =
                switch (event) {
                    case CREATED -> life.alwaysIn();
                    case UPDATED -> version.in();
                    default -> truth.taggedRecord(id).alwaysIn();
                };
        return in
                && switch (startFrom.kind()) {
                    case BEGINNING -> true;
                    case NOW -> version.tick() > contactEnded;
                    case INSTANT -> !isBefore(version);
                };
    }
}
