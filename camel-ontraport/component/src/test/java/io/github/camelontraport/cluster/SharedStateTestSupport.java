package io.github.camelontraport.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.poll.checkpoint.StateConflictException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.Test;

/** What every repository that several nodes share has to do. Tests use keys of their own, as the store outlives them. */
abstract class SharedStateTestSupport {

    private static final int MEBIBYTE = 1 << 20;

    final String key = UUID.randomUUID().toString();

    /** The repository of a node of the cluster, started. */
    abstract StateRepository<String, String> node(int number);

    @Test
    void oneNodeReadsWhatAnotherOneWrote() {
        StateRepository<String, String> first = node(0);
        StateRepository<String, String> second = node(1);
        assertThat(first.getState(key)).isNull();
        first.setState(key, "1");
        first.setState(key, "2");

        assertThat(second.getState(key)).isEqualTo("2");
        second.setState(key, null);
        second.setState(key, null);
        assertThat(first.getState(key)).isNull();
        first.setState(key, "3");
        assertThat(second.getState(key)).isEqualTo("3");
    }

    @Test
    void theSecondOfTwoNodesFailsAndTheStateStays() {
        StateRepository<String, String> first = node(0);
        StateRepository<String, String> second = node(1);
        first.setState(key, "1");
        assertThatThrownBy(() -> second.setState(key, "9"))
                .isInstanceOf(StateConflictException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("another consumer works with the same key");
        assertThat(second.getState(key)).isEqualTo("1");
        second.setState(key, "2");

        assertThatThrownBy(() -> first.setState(key, "3")).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> first.setState(key, "3")).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> first.setState(key, null)).isInstanceOf(StateConflictException.class);
        assertThat(second.getState(key)).isEqualTo("2");
    }

    @Test
    void aStateThatWasRemovedIsNotWrittenByOneThatReadItBefore() {
        StateRepository<String, String> first = node(0);
        StateRepository<String, String> second = node(1);
        first.setState(key, "1");
        assertThat(second.getState(key)).isEqualTo("1");
        second.setState(key, null);

        assertThatThrownBy(() -> first.setState(key, "2")).isInstanceOf(StateConflictException.class);
        assertThat(second.getState(key)).isNull();
    }

    @Test
    void textsComeBackAsTheyWere() {
        String large = "Grüße, \uD83D\uDE00 and more; ".repeat(MEBIBYTE / 16);
        for (String text : List.of("", " ", "line\nbreak", "'; drop table x; --", large)) {
            node(0).setState(key + text.length(), text);

            assertThat(node(1).getState(key + text.length())).isEqualTo(text);
        }
    }

    /** Route ids and types make keys of any length. */
    @Test
    void longKeysAreDifferentKeys() {
        String longKey = key + "x".repeat(218) + "\uD83D\uDE00".repeat(200);
        node(0).setState(longKey + "1", "one");
        node(0).setState(longKey + "2", "two");

        assertThat(node(1).getState(longKey + "1")).isEqualTo("one");
        assertThat(node(1).getState(longKey + "2")).isEqualTo("two");
        assertThat(node(1).getState(longKey)).isNull();
    }

    @Test
    void ofManyWritersFromOneStateOneWins() {
        node(0).setState(key, "0");
        for (String round : List.of("1", "2", "3")) {
            AtomicInteger written = new AtomicInteger();
            IntStream.range(0, 16).mapToObj(this::node).peek(each -> each.getState(key)).toList().parallelStream()
                    .forEach(each -> count(each, round, written));

            assertThat(written).hasValue(1);
        }
    }

    private void count(StateRepository<String, String> node, String text, AtomicInteger written) {
        try {
            node.setState(key, text + System.identityHashCode(node));
            written.incrementAndGet();
        } catch (StateConflictException e) {
            assertThat(e).hasMessageContaining("another consumer");
        }
    }

    /** Each takes turns with all others: a counter that nobody loses. */
    @Test
    void manyWritersThatReadAgainCountTogether() {
        node(0).setState(key, "0");
        IntStream.range(0, 4).parallel().forEach(number -> {
            StateRepository<String, String> own = node(number);
            for (int i = 0; i < 10; i++) {
                increment(own);
            }
        });

        assertThat(node(1).getState(key)).isEqualTo("40");
    }

    private void increment(StateRepository<String, String> node) {
        boolean done = false;
        while (!done) {
            String next = Integer.toString(Integer.parseInt(node.getState(key)) + 1);
            try {
                node.setState(key, next);
                done = true;
            } catch (StateConflictException e) {
                done = false;
            }
        }
    }

    @Test
    void oneRepositoryServesManyKeysAtOnce() {
        StateRepository<String, String> shared = node(0);
        IntStream.range(0, 8).parallel().forEach(writer -> {
            for (int i = 0; i <= 25; i++) {
                shared.setState(key + writer, String.valueOf(i));
            }
        });

        assertThat(IntStream.range(0, 8).mapToObj(writer -> node(1).getState(key + writer)))
                .containsOnly("25")
                .hasSize(8);
    }
}
