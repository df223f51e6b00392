package io.github.camelontraport.campaign.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.campaign.world.Findings.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    /** Before the first hour is over, everything may grow. */
    private static Sample steady(int hour) {
        return hour == 0
                ? new Sample(0, 500, 10, 3, 0, 100, 0)
                : new Sample(hour, 500 + hour, 22 + 0.3 * hour, 8, 1, 1500 + 40 * (hour % 3), 24_576);
    }

    private static Findings judged(UnaryOperator<Sample> change) {
        Findings findings = new Findings();
        Growth.check(
                IntStream.rangeClosed(0, 8)
                        .mapToObj(GrowthTest::steady)
                        .map(change)
                        .toList(),
                findings);
        return findings;
    }

    @Test
    void acceptsWhatStaysAsItIs() {
        Findings findings = judged(sample -> sample);

        assertThat(findings.isClean()).as(findings.toString()).isTrue();
    }

    @Test
    void refusesAHeapThatGrows() {
        Findings findings = judged(
                of -> new Sample(of.hours(), of.delivered(), 22 + 1.5 * of.hours(), 8, 1, of.position(), of.ledger()));

        assertThat(findings.of(Kind.GROWN)).singleElement().asString().startsWith("heap by 1.5");
    }

    @Test
    void refusesAThreadMore() {
        Findings findings = judged(of -> new Sample(
                of.hours(),
                of.delivered(),
                of.megabytes(),
                of.hours() < 5 ? 8 : 9,
                of.sockets(),
                of.position(),
                of.ledger()));

        assertThat(findings.of(Kind.LEAKED_THREAD)).hasSize(1);
    }

    @Test
    void refusesASocketMore() {
        Findings findings = judged(of -> new Sample(
                of.hours(),
                of.delivered(),
                of.megabytes(),
                of.threads(),
                of.hours() < 8 ? 1 : 2,
                of.position(),
                of.ledger()));

        assertThat(findings.of(Kind.LEAKED_SOCKET)).hasSize(1);
    }

    @Test
    void refusesFilesThatGrow() {
        Findings findings = judged(of -> new Sample(
                of.hours(),
                of.delivered(),
                of.megabytes(),
                of.threads(),
                of.sockets(),
                of.position() + (long) (300 * of.hours()),
                of.ledger() + (long) (4096 * of.hours())));

        assertThat(findings.of(Kind.GROWN))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("position"))
                .anyMatch(text -> text.startsWith("ledger"));
    }

    @Test
    void refusesToJudgeOneSample() {
        Findings findings = new Findings();
        Growth.check(List.of(steady(2)), findings);

        assertThat(findings.isClean()).isFalse();
    }
}
