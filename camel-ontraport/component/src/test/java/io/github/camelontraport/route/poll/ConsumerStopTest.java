package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suspends and stops in the middle of a poll. */
class ConsumerStopTest extends PollingTestSupport {

    private static final String MANY_PAGES = "contacts?startFrom=beginning&pageSize=2";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readingEndsBetweenTwoPages(boolean stops) throws Exception {
        List<String> ids = contacts(30);
        OntraportConsumer consumer = watch(MANY_PAGES);
        sandbox().faults().on("GET", "/objects").skip(2).thenRun(() -> {
            if (stops) {
                consumer.stop();
            } else {
                consumer.suspend();
            }
        });

        assertThat(requests(() -> assertThat(polledIds(consumer)).isEmpty())).isEqualTo(3);
        if (stops) {
            consumer.start();
        } else {
            consumer.resume();
        }
        assertThat(polledIds(consumer)).isEqualTo(ids);
    }

    /** Three records wait, so that an empty message would be wrong. */
    @Test
    void aPollThatIsSuspendedWhileItReadsSendsNoEmptyMessage() throws Exception {
        List<String> ids = contacts(3);
        OntraportConsumer consumer = watch(MANY_PAGES + "&sendEmptyMessageWhenIdle=true");
        sandbox().faults().on("GET", "/objects").thenRun(consumer::suspend);

        assertThat(poll(consumer)).isEmpty();
        consumer.resume();
        assertThat(polledIds(consumer)).isEqualTo(ids);
        assertThat(poll(consumer))
                .singleElement()
                .satisfies(empty -> assertThat(empty.getMessage().getBody()).isNull());
    }

    @Test
    void pollsGoOnAfterARestartOfTheComponent() throws Exception {
        List<String> ids = contacts(3);
        OntraportConsumer consumer = watch(MANY_PAGES);
        assertThat(polledIds(consumer)).isEqualTo(ids);

        context.getComponent("ontraport").stop();
        assertThat(poll(consumer)).isEmpty();
        context.getComponent("ontraport").start();

        List<String> more = contacts(3);
        assertThat(polledIds(consumer)).isEqualTo(more);
    }

    /** As Camel's shutdown strategy does it. */
    @ParameterizedTest
    @CsvSource({"CompleteAllTasks, 5", "CompleteCurrentTaskOnly, 1"})
    void aBatchUnderWay(ShutdownRunningTask task, int delivered) throws Exception {
        List<String> ids = contacts(5);
        OntraportConsumer[] consumer = new OntraportConsumer[1];
        consumer[0] = watch(
                ROUTE,
                "contacts?startFrom=beginning",
                route -> route.process(exchange -> {
                    if (exchange.getProperty(Exchange.BATCH_INDEX, Integer.class) == 0) {
                        consumer[0].deferShutdown(task);
                        consumer[0].suspend();
                    }
                }));

        assertThat(polledIds(consumer[0])).isEqualTo(ids.subList(0, delivered));
        assertThat(consumer[0].getPendingExchangesSize()).isZero();
    }

    @Test
    void completeAllTasksDeliversTheBatchBeforeTheRouteStops() throws Exception {
        List<String> ids = contacts(5);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("ontraport:contacts?startFrom=beginning&initialDelay=1")
                        .routeId(ROUTE)
                        .shutdownRunningTask(ShutdownRunningTask.CompleteAllTasks)
                        .process(exchange -> {
                            first.countDown();
                            goOn.await();
                        })
                        .to("mock:delivered");
            }
        });
        OntraportConsumer consumer = (OntraportConsumer) context.getRoute(ROUTE).getConsumer();
        first.await();
        CompletableFuture<Void> released = CompletableFuture.runAsync(() -> {
            while (!consumer.isSuspendingOrSuspended() && !consumer.isStoppingOrStopped()) {
                Thread.onSpinWait();
            }
            goOn.countDown();
        });

        context.getRouteController().stopRoute(ROUTE);

        released.join();
        MockEndpoint delivered = getMockEndpoint("mock:delivered");
        assertThat(ids(delivered.getExchanges())).isEqualTo(ids);
    }
}
