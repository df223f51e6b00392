package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** Messages that are asked for one by one: pollEnrich and ConsumerTemplate. */
class PollEnrichTest extends PollingTestSupport {

    private static final String URI = "ontraport:contacts?startFrom=beginning";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:ask").pollEnrich(URI, 5000);
            }
        };
    }

    @Test
    void aTemplateGetsOneRecordAfterTheOtherAtOnce() {
        List<String> ids = contacts(3);

        for (String id : ids) {
            Exchange exchange = consumer.receive(URI, 30_000);
            assertThat(header(exchange, OntraportConstants.OBJECT_ID, String.class))
                    .isEqualTo(id);
            consumer.doneUoW(exchange);
        }
        assertThat(consumer.receiveNoWait(URI)).isNull();
        String later = contacts(1).get(0);
        assertThat(header(consumer.receiveNoWait(URI), OntraportConstants.OBJECT_ID, String.class))
                .isEqualTo(later);
    }

    @Test
    void pollEnrichHonoursItsOwnTimeoutAndNotTheDelay() {
        List<String> ids = contacts(2);

        for (String id : ids) {
            Exchange exchange = template.request("direct:ask", message -> {});
            assertThat(header(exchange, OntraportConstants.OBJECT_ID, String.class))
                    .isEqualTo(id);
        }
    }

    @Test
    void anEmptyAnswerCostsTheFirstContactAndOneRequest() {
        assertThat(requests(() -> assertThat(consumer.receiveNoWait(URI)).isNull()))
                .isEqualTo(1);
        assertThat(requests(() -> assertThat(consumer.receiveNoWait(URI)).isNull()))
                .isEqualTo(1);
    }

    @Test
    void thereAreNoEmptyMessages() {
        String uri = URI + "&sendEmptyMessageWhenIdle=true";
        assertThat(consumer.receive(uri, 1)).isNull();
        String id = contacts(1).get(0);

        assertThat(header(consumer.receive(uri, 30_000), OntraportConstants.OBJECT_ID, String.class))
                .isEqualTo(id);
    }

    @Test
    void severalThreadsShareTheRecordsAmongThem() throws Exception {
        List<String> ids = contacts(24);
        List<CompletableFuture<String>> asked = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> template.request("direct:ask", message -> {}))
                        .thenApply(exchange -> header(exchange, OntraportConstants.OBJECT_ID, String.class)))
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** The state moves past a record when it is taken, and not before. */
    @Test
    void aThreadThatIsInterruptedLosesNothing() throws Exception {
        List<String> ids = contacts(60);
        PollingConsumer polling = context.getEndpoint(URI).createPollingConsumer();
        polling.start();
        List<String> taken = new ArrayList<>();
        for (int i = 0; taken.size() < ids.size(); i++) {
            int moment = i % 5;
            if (moment == 0) {
                Thread.currentThread().interrupt();
            } else if (moment == 1) {
                Thread thread = Thread.currentThread();
                sandbox().faults().thenRun(thread::interrupt);
            }
            Exchange exchange = polling.receive(30_000);
            boolean isInterrupted = Thread.interrupted();
            sandbox().faults().clear();
            if (exchange != null) {
                taken.add(header(exchange, OntraportConstants.OBJECT_ID, String.class));
            } else {
                assertThat(isInterrupted).isTrue();
            }
        }
        polling.stop();

        assertThat(taken).isEqualTo(ids);
    }

    @Test
    void aConsumerThatIsStoppedAndStartedGoesOnBehindWhatWasTaken() throws Exception {
        context.getRegistry().bind("state", new MemoryStateRepository());
        List<String> ids = contacts(5);
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PollingConsumer polling = context.getEndpoint(URI + "&stateRepository=#state&stateKey=k")
                    .createPollingConsumer();
            polling.start();
            taken.add(header(polling.receive(30_000), OntraportConstants.OBJECT_ID, String.class));
            polling.stop();
        }

        assertThat(taken).isEqualTo(ids);
    }

    /** A caller that waits for its record is not left waiting, and the state is free for the next consumer. */
    @Test
    void aStopEndsAWaitAndReleasesTheState() throws Exception {
        PollingConsumer polling = context.getEndpoint(URI + "&stateKey=k").createPollingConsumer();
        polling.start();
        CountDownLatch polled = new CountDownLatch(1);
        sandbox().faults().thenRun(polled::countDown);
        CompletableFuture<Exchange> receiving = CompletableFuture.supplyAsync(polling::receive);
        polled.await();
        polling.stop();

        assertThat(receiving.get(30, TimeUnit.SECONDS)).isNull();
        PollingConsumer next = context.getEndpoint(URI + "&stateKey=k").createPollingConsumer();
        next.start();
        String id = contacts(1).get(0);
        assertThat(header(next.receive(30_000), OntraportConstants.OBJECT_ID, String.class))
                .isEqualTo(id);
        next.stop();
    }

    /** Each stop comes while other threads take, wait for their turn, or read. */
    @Test
    void aStopWhileSeveralThreadsTakeLosesNothing() throws Exception {
        context.getRegistry().bind("state", new MemoryStateRepository());
        List<String> ids = contacts(200);
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        ExecutorService threadPool = context.getExecutorServiceManager().newFixedThreadPool(this, "takers", 4);
        int stops = 0;
        while (taken.size() < ids.size()) {
            PollingConsumer polling = context.getEndpoint(URI + "&stateRepository=#state&stateKey=k")
                    .createPollingConsumer();
            polling.start();
            CountDownLatch some = new CountDownLatch(Math.min(15, ids.size() - taken.size()));
            List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> takeUntilStopped(polling, taken, some), threadPool))
                    .toList();
            assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
            polling.stop();
            threads.forEach(CompletableFuture::join);
            stops++;
        }

        assertThat(stops).isGreaterThan(1);
        assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static void takeUntilStopped(PollingConsumer polling, Queue<String> taken, CountDownLatch some) {
        try {
            for (Exchange exchange = polling.receive(); exchange != null; exchange = polling.receive()) {
                taken.add(header(exchange, OntraportConstants.OBJECT_ID, String.class));
                some.countDown();
            }
        } catch (RejectedExecutionException e) {
            // The consumer is stopped.
        }
    }

    @Test
    void aStateThatCannotBeUsedFailsTheExchange() {
        MemoryStateRepository state = new MemoryStateRepository();
        state.setState("k", "garbage");
        context.getRegistry().bind("state", state);

        assertThatThrownBy(() -> consumer.receive(URI + "&stateRepository=#state&stateKey=k", 1000))
                .hasStackTraceContaining("cannot be read");
    }
}
