package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.MapStateRepository;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.state.StateFile;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.MovedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that passes from one consumer to another, of this process or of another one. */
class StateHandoverTest extends PollingTestSupport {

    private static final String WITH_STATE = "contacts?startFrom=beginning&stateRepository=#state&stateKey=k";

    @TempDir
    Path folder;

    private final CountDownLatch inRoute = new CountDownLatch(1);

    /** The old leader's exchange is still under way when the new one reads the state. */
    @Test
    void aNewLeaderGoesOnAfterTheOldOneStoredItsLastRecord() throws Exception {
        ConcurrentMap<String, String> shared = new ConcurrentHashMap<>();
        context.getRegistry().bind("state", new MapStateRepository(shared));
        context.getRegistry().bind("state2", new MapStateRepository(shared));
        MovedClock clock = secondNode();
        List<String> ids = contacts(3);
        OntraportConsumer[] leader = new OntraportConsumer[1];
        OntraportConsumer old = watch(
                "old",
                WITH_STATE + "&maxMessagesPerPoll=1",
                route -> route.process(exchange -> {
                    if (leader[0] == null) {
                        leader[0] = watchOf("second", "new", WITH_STATE.replace("#state", "#state2"), more -> {});
                    }
                }));
        assertThat(polledIds(old)).containsExactly(ids.get(0));

        List<String> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.addAll(polledIds(leader[0]));
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(all).containsSubsequence(ids.subList(1, 3)).hasSizeLessThanOrEqualTo(4);
        List<String> later = contacts(2);
        assertThat(polledIds(leader[0])).isEqualTo(later);
    }

    /** Such as a node that was demoted and does not know: the one that is behind waits, and goes on when the other ends. */
    @Test
    void ofTwoConsumersOnOneStateOneDelivers() throws Exception {
        ConcurrentMap<String, String> shared = new ConcurrentHashMap<>();
        context.getRegistry().bind("state", new MapStateRepository(shared));
        context.getRegistry().bind("state2", new MapStateRepository(shared));
        MovedClock clock = secondNode();
        OntraportConsumer one = watch("one", WITH_STATE, route -> {});
        OntraportConsumer two = watchOf("second", "two", WITH_STATE.replace("#state", "#state2"), route -> {});
        List<String> expected = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            expected.addAll(contacts(3));
            all.addAll(polledIds(one));
            assertThat(polledIds(two)).as("of the one that is behind").isEmpty();
            clock.advance(Duration.ofMillis(4_999));
            assertThat(polledIds(two)).as("while the other one may be busy").isEmpty();
        }
        assertThat(all).isEqualTo(expected);
        context.getRouteController().stopRoute("one");

        List<String> later = contacts(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(polledIds(two)).isEqualTo(later);
    }

    /** A map that dropped the entry: to begin at startFrom would pass over records, or repeat all. */
    @Test
    void aStateThatIsGoneIsStoredAgain() throws Exception {
        ConcurrentMap<String, String> shared = new ConcurrentHashMap<>();
        context.getRegistry().bind("state", new MapStateRepository(shared));
        OntraportConsumer consumer = watch("one", WITH_STATE, route -> {});
        assertThat(polledIds(consumer)).isEqualTo(contacts(0));
        List<String> ids = contacts(2);
        assertThat(polledIds(consumer)).isEqualTo(ids);
        shared.clear();
        List<String> later = contacts(1);

        assertThat(polledIds(consumer)).isEqualTo(later);
        assertThat(shared.get("k")).contains("\"watermark\":" + later.get(0));
    }

    private OntraportConsumer watchUntil(CountDownLatch goOn) throws Exception {
        return watch(
                ROUTE,
                WITH_STATE,
                route -> route.process(exchange -> {
                    inRoute.countDown();
                    goOn.await();
                }));
    }

    /** Returns when the route has a record, and completes with the poll. */
    private CompletableFuture<Void> pollIntoRoute(OntraportConsumer consumer) throws Exception {
        CompletableFuture<Void> polling = CompletableFuture.runAsync(consumer);
        inRoute.await();
        return polling;
    }

    @Test
    void aConsumerStartsAgainWhileItsLastExchangeIsUnderWay() throws Exception {
        context.getRegistry().bind("state", new MemoryStateRepository());
        List<String> ids = contacts(2);
        CountDownLatch goOn = new CountDownLatch(1);
        OntraportConsumer consumer = watchUntil(goOn);
        CompletableFuture<Void> polling = pollIntoRoute(consumer);
        consumer.stop();
        consumer.start();
        consumer.run();
        assertThat(got).as("the last exchange of before is not done").isEmpty();
        goOn.countDown();
        polling.join();
        List<String> all = new ArrayList<>(ids(got));
        all.addAll(polledIds(consumer));

        assertThat(all).isEqualTo(ids);
        assertThatThrownBy(() -> watch("another", WITH_STATE, route -> {})).hasStackTraceContaining("Another consumer");
    }

    @Test
    void anotherConsumerMayWaitForTheLastExchangeOfOneThatStops() throws Exception {
        context.getRegistry().bind("state", new MemoryStateRepository());
        List<String> ids = contacts(2);
        CountDownLatch goOn = new CountDownLatch(1);
        OntraportConsumer consumer = watchUntil(goOn);
        CompletableFuture<Void> polling = pollIntoRoute(consumer);
        consumer.stop();
        OntraportConsumer next = watch("next", WITH_STATE, route -> {});
        assertThat(requests(next)).isZero();
        goOn.countDown();
        polling.join();
        List<String> all = new ArrayList<>(ids(got));
        all.addAll(polledIds(next));

        assertThat(all).isEqualTo(ids);
    }

    /** A leader that is demoted stops its routes, but not its context. */
    @Test
    void aFileIsFreeWhenTheLastConsumerStops() throws Exception {
        Path file = folder.resolve("state");
        context.getRegistry().bind("state", new AtomicFileStateRepository(file));
        List<String> ids = contacts(2);
        assertThat(polledIds(watch("one", WITH_STATE, route -> {}))).isEqualTo(ids);
        OntraportConsumer two = watch("two", WITH_STATE.replace("stateKey=k", "stateKey=l"), route -> {});
        AtomicFileStateRepository other = new AtomicFileStateRepository(file);
        context.getRouteController().stopRoute("one");
        assertThatThrownBy(other::start).hasMessageContaining("in use");
        assertThat(polledIds(two)).as("still works").isEqualTo(ids);
        context.getRouteController().stopRoute("two");

        other.start();
        assertThat(other.getState("k")).contains("\"watermark\":" + ids.get(1));
        other.stop();
        context.getRouteController().startRoute("one");
        List<String> later = contacts(1);
        assertThat(polledIds((OntraportConsumer) context.getRoute("one").getConsumer()))
                .isEqualTo(later);
    }

    @Test
    void oneStateOfTwoComponentsIsRefused() throws Exception {
        context.getRegistry().bind("state", new MemoryStateRepository());
        OntraportComponent second = new OntraportComponent();
        context.addComponent("ontraport2", second);
        setUp(second);
        watch(WITH_STATE);

        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {

                    @Override
                    public void configure() {
                        from("ontraport2:" + WITH_STATE).routeId("second").to("mock:x");
                    }
                }))
                .hasStackTraceContaining("Another consumer already keeps its state under key 'k'");
    }

    @Test
    void aMissingStateFileIsSaidWithItsWholePath() throws Exception {
        Path file = folder.toRealPath().resolve("sub").resolve("state");
        try (CapturedLog log = new CapturedLog(StateFile.class.getName())) {
            context.getRegistry().bind("state", new AtomicFileStateRepository(file));
            watch(WITH_STATE);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains(file.toString());
        }
    }
}
