package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

class MapStateRepositoryTest {

    private final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
    private final MapStateRepository repository = started(map);

    @Test
    void writesReadsAndRemoves() {
        assertThat(repository.getState("a")).isNull();
        repository.setState("a", "1");
        repository.setState("a", "2");
        repository.setState("b", "3");
        assertThat(repository.getState("a")).isEqualTo("2");
        assertThat(map).containsEntry("a", "2").hasSize(2);

        repository.setState("a", null);
        repository.setState("a", null);
        assertThat(map).containsOnlyKeys("b");
        repository.setState("a", "4");
        assertThat(map).containsEntry("a", "4");
    }

    @Test
    void theSecondOfTwoIsToldAndTheMapKeepsWhatTheFirstWrote() {
        MapStateRepository other = started(map);
        repository.setState("a", "1");

        assertThatIllegalStateException()
                .isThrownBy(() -> other.setState("a", "9"))
                .withMessageContaining("'a'")
                .withMessageContaining("another consumer works with the same key")
                .withMessageContaining("stateKey")
                .withMessageContaining("master:");
        assertThatIllegalStateException().isThrownBy(() -> other.setState("a", null));

        assertThat(other.getState("a")).isEqualTo("1");
        other.setState("a", "2");
        assertThatIllegalStateException().isThrownBy(() -> repository.setState("a", "3"));
        assertThatIllegalStateException().isThrownBy(() -> repository.setState("a", "3"));
        assertThatIllegalStateException().isThrownBy(() -> repository.setState("a", null));
        assertThat(map).containsEntry("a", "2");
    }

    @Test
    void whatIsGoneFromTheMapIsTold() {
        repository.setState("a", "1");
        map.clear();

        assertThatIllegalStateException()
                .isThrownBy(() -> repository.setState("a", "2"))
                .withMessageContaining("no longer in the map")
                .withMessageContaining("evicts");
        assertThat(map).isEmpty();
    }

    @Test
    void anotherOneGoesOnAfterReading() {
        repository.setState("a", "1");
        repository.stop();
        MapStateRepository next = started(map);
        assertThat(next.getState("a")).isEqualTo("1");
        next.setState("a", "2");

        repository.start();
        assertThatIllegalStateException().isThrownBy(() -> repository.setState("a", "3"));
        assertThat(repository.getState("a")).isEqualTo("2");
        repository.setState("a", "3");

        assertThat(map).containsEntry("a", "3");
    }

    @Test
    void aWriteThatFailedOnTheWayIsNoOtherConsumer() {
        LossyMap lossy = new LossyMap();
        MapStateRepository remote = started(lossy);
        remote.setState("a", "1");
        for (boolean arrives : new boolean[] {true, false}) {
            lossy.arrives = arrives;
            lossy.fails = true;
            assertThatThrownBy(() -> remote.setState("a", "lost")).hasMessage("timeout");
            lossy.fails = false;
            remote.setState("a", "2");
            assertThat(lossy).containsEntry("a", "2");
        }
        lossy.fails = true;
        assertThatThrownBy(() -> remote.setState("a", "lost")).hasMessage("timeout");
        lossy.fails = false;
        lossy.put("a", "of another consumer");
        assertThatIllegalStateException().isThrownBy(() -> remote.setState("a", "3"));
    }

    /** Fails as a remote map does: the change is made, or not. */
    private static final class LossyMap extends ConcurrentHashMap<String, String> {

        private static final long serialVersionUID = 1L;

        private boolean fails;
        private boolean arrives;

        @Override
        public boolean replace(String key, String oldValue, String newValue) {
            boolean replaced = (!fails || arrives) && super.replace(key, oldValue, newValue);
            if (fails) {
                throw new IllegalArgumentException("timeout");
            }
            return replaced;
        }
    }

    @Test
    void ofManyWritersFromOneValueOneWins() {
        map.put("a", "0");
        AtomicInteger written = new AtomicInteger();

        IntStream.rangeClosed(1, 16)
                .mapToObj(i -> started(map))
                .peek(each -> each.getState("a"))
                .toList()
                .parallelStream()
                .forEach(each -> {
                    try {
                        each.setState("a", "x" + System.identityHashCode(each));
                        written.incrementAndGet();
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessageContaining("another consumer");
                    }
                });

        assertThat(written).hasValue(1);
    }

    @Test
    void oneRepositoryServesManyKeysAtOnce() {
        IntStream.range(0, 8).parallel().forEach(writer -> {
            for (int i = 0; i <= 100; i++) {
                repository.setState("key" + writer, String.valueOf(i));
            }
        });

        assertThat(map).hasSize(8).allSatisfy((key, value) -> assertThat(value).isEqualTo("100"));
    }

    @Test
    void needsAMap() {
        MapStateRepository without = new MapStateRepository();

        assertThatIllegalArgumentException().isThrownBy(without::start).withMessageContaining("set its map");
        without.setMap(map);
        without.start();
        without.setState("a", "1");
        assertThat(without.getMap()).containsEntry("a", "1");
    }

    @Test
    void isABeanOfProperties() throws Exception {
        Main main = new Main();
        main.bind("shared", map);
        main.addInitialProperty("camel.beans.state", "#class:" + MapStateRepository.class.getName());
        main.addInitialProperty("camel.beans.state.map", "#bean:shared");
        main.start();
        try {
            assertThat(main.getCamelContext()
                            .getRegistry()
                            .lookupByNameAndType("state", MapStateRepository.class)
                            .getMap())
                    .isSameAs(map);
        } finally {
            main.stop();
        }
    }

    private static MapStateRepository started(ConcurrentMap<String, String> map) {
        MapStateRepository repository = new MapStateRepository(map);
        repository.start();
        return repository;
    }
}
