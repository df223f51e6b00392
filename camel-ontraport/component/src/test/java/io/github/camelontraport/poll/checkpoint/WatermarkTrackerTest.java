package io.github.camelontraport.poll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatermarkTrackerTest {

    private static final Duration SETTLE = Duration.ofSeconds(30);

    private final ManualTimeSource timing = new ManualTimeSource();
    private final WatermarkTracker settling = new WatermarkTracker(timing, SETTLE);

    @Test
    void aPositionSettlesTheSettleTimeAfterItWasSeen() {
        settling.seen(7);
        timing.advance(SETTLE.minusNanos(1));
        assertThat(settling.settled()).isEmpty();

        timing.advance(Duration.ofNanos(1));

        assertThat(settling.settled()).hasValue(7);
    }

    @Test
    void beingSeenAgainDoesNotDelayIt() {
        settling.seen(7);
        timing.advance(Duration.ofSeconds(20));
        settling.seen(7);
        settling.seen(5);
        timing.advance(Duration.ofSeconds(10));

        assertThat(settling.settled()).hasValue(7);
    }

    /** Twenty pages of a quick pass: all of it settles, not the first page only. */
    @Test
    void theEndOfAPassOfManyPagesSettlesSoonAfterItsBeginning() {
        for (int page = 1; page <= 20; page++) {
            settling.seen(50L * page);
            timing.advance(Duration.ofMillis(300));
        }
        timing.advance(SETTLE);

        assertThat(settling.settled()).hasValue(1_000);
    }

    @Test
    void pagesThatNeverEndDoNotPutOffWhatCameBefore() {
        for (int page = 1; page <= 1_000; page++) {
            settling.seen(page);
            timing.advance(Duration.ofMillis(300));
        }

        assertThat(settling.settled().orElseThrow()).isBetween(870L, 900L);
    }

    @Test
    void noMoreIsStoredThanAFewMarks() {
        for (int page = 1; page <= 1_000; page++) {
            settling.seen(page);
            timing.advance(Duration.ofMillis(300));
        }

        assertThat(written()).hasSizeLessThan(12);
    }

    @Test
    void itGoesOnAfterARestart() {
        settling.seen(7);
        timing.advance(Duration.ofSeconds(20));
        WatermarkTracker other = new WatermarkTracker(timing, SETTLE);
        other.read(written());
        assertThat(other.settled()).isEmpty();

        timing.advance(Duration.ofSeconds(10));

        assertThat(other.settled()).hasValue(7);
    }

    @Test
    void aMarkFromTheFutureCountsAsMadeNow() {
        WatermarkTracker other = new WatermarkTracker(timing, SETTLE);
        ArrayNode marks = JsonNodeFactory.instance.arrayNode();
        marks.addObject()
                .put("position", 7)
                .put("at", timing.now().plusSeconds(5_000).toString());
        other.read(marks);
        timing.advance(SETTLE.minusNanos(1));
        assertThat(other.settled()).isEmpty();

        timing.advance(Duration.ofNanos(1));

        assertThat(other.settled()).hasValue(7);
    }

    @Test
    void withoutASettleTimeTheNextReadSettles() {
        WatermarkTracker none = new WatermarkTracker(timing, Duration.ZERO);
        none.seen(3);
        none.seen(4);

        assertThat(none.settled()).hasValue(4);
    }

    private ArrayNode written() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        settling.write(json);
        return json;
    }
}
