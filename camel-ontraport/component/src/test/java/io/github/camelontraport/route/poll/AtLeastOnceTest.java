package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.RootPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At least once, in order: what moves the state past a record, and what does not. */
class AtLeastOnceTest extends PollingTestSupport {

    private final Set<String> bad = ConcurrentHashMap.newKeySet();

    /** The ways in which an exchange can fail. */
    enum Failing {
        EXCEPTION(route -> route.throwException(new IllegalStateException("no"))),
        ROLLBACK(route -> route.rollback("no")),
        ROLLBACK_ONLY(route -> route.markRollbackOnly()),
        ROLLBACK_ONLY_LAST(route -> route.markRollbackOnlyLast());

        private final Consumer<RouteDefinition> step;

        Failing(Consumer<RouteDefinition> step) {
            this.step = step;
        }
    }

    private void failing(RouteDefinition route) {
        route.process(exchange -> exchange.setProperty(
                "bad", bad.contains(header(exchange, OntraportConstants.OBJECT_ID, String.class))));
        route.choice()
                .when(exchange -> exchange.getProperty("bad", Boolean.class))
                .to("direct:fail")
                .end();
    }

    private OntraportConsumer watchWith(Failing how, String options) throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                how.step.accept(
                        from("direct:fail").errorHandler(noErrorHandler()).process(exchange -> {}));
            }
        });
        return watch(ROUTE, "contacts?startFrom=beginning" + options, route -> failing(route));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstFailureEndsThePollAndComesAgain(Failing how) throws Exception {
        List<String> ids = contacts(4);
        OntraportConsumer consumer = watchWith(how, "");
        bad.add(ids.get(2));

        assertThat(polledIds(consumer)).isEqualTo(ids.subList(0, 2));
        assertThat(polledIds(consumer)).isEmpty();
        bad.clear();
        assertThat(polledIds(consumer)).isEqualTo(ids.subList(2, 4));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void aFailureIsNotHammeredByGreedyNorTakenForIdleness() throws Exception {
        List<String> ids = contacts(3);
        OntraportConsumer consumer = watchWith(Failing.EXCEPTION, "&greedy=true&sendEmptyMessageWhenIdle=true");
        bad.add(ids.get(1));

        assertThat(polledIds(consumer)).containsExactly(ids.get(0));
        assertThat(requests(() -> assertThat(polledIds(consumer)).isEmpty())).isEqualTo(1);
    }

    @Test
    void greedyPollsOnUntilThereIsNothing() throws Exception {
        List<String> ids = contacts(7);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&greedy=true&maxMessagesPerPoll=2");

        assertThat(polledIds(consumer)).isEqualTo(ids);
    }

    @Test
    void anIdlePollSendsAnEmptyMessageWhenAsked() throws Exception {
        OntraportConsumer consumer = watch("contacts?sendEmptyMessageWhenIdle=true");

        List<Exchange> exchanges = poll(consumer);

        assertThat(exchanges).hasSize(1);
        assertThat(exchanges.get(0).getMessage().getBody()).isNull();
    }

    @Test
    void aHandledFailureIsSkipped() throws Exception {
        List<String> ids = contacts(3);
        bad.add(ids.get(1));
        OntraportConsumer consumer =
                watch(ROUTE, "contacts?startFrom=beginning", route -> route.onException(IllegalStateException.class)
                        .handled(true)
                        .end()
                        .process(exchange -> {
                            if (bad.contains(header(exchange, OntraportConstants.OBJECT_ID, String.class))) {
                                throw new IllegalStateException("no");
                            }
                        }));

        assertThat(polledIds(consumer)).containsExactly(ids.get(0), ids.get(2));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void aFailedRecordGoesToTheExceptionHandler() throws Exception {
        contacts(1);
        List<Throwable> handled = new ArrayList<>();
        context.getRegistry()
                .bind("handler", (ExceptionHandler) new LoggingExceptionHandler(context, AtLeastOnceTest.class) {

                    @Override
                    public void handleException(String message, Exchange exchange, Throwable exception) {
                        handled.add(exception);
                    }
                });
        OntraportConsumer consumer = watch(
                ROUTE,
                "contacts?startFrom=beginning&exceptionHandler=#handler",
                route -> route.throwException(new IllegalStateException("no")));

        poll(consumer);

        assertThat(handled).hasSize(1).allSatisfy(exception -> assertThat(exception)
                .hasMessage("no"));
    }

    @Test
    void whatWasDeliveredIsStoredBeforeTheNextRecord() throws Exception {
        MemoryStateRepository state = new MemoryStateRepository();
        context.getRegistry().bind("state", state);
        List<String> ids = contacts(3);
        List<String> bounds = new ArrayList<>();
        OntraportConsumer consumer = watch(
                ROUTE,
                "contacts?startFrom=beginning&stateKey=k&stateRepository=#state",
                route -> route.process(exchange -> bounds.add(state.getState("k"))));

        poll(consumer);

        assertThat(bounds).hasSize(3);
        assertThat(bounds.get(0)).contains("\"watermark\":0");
        assertThat(bounds.get(1)).doesNotContain("\"watermark\":0");
        assertThat(state.getState("k")).contains("\"watermark\":" + ids.get(2));
    }

    @Test
    void theExchangesOfABatchAreNumbered() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning");
        contacts(120);

        List<Exchange> batch = poll(consumer);

        assertThat(batch).hasSize(120).allSatisfy(exchange -> assertThat(
                        exchange.getProperty(Exchange.BATCH_SIZE, Integer.class))
                .isEqualTo(120));
        assertThat(batch.stream()
                        .map(exchange -> exchange.getProperty(Exchange.BATCH_INDEX, Integer.class))
                        .toList())
                .isSorted()
                .startsWith(0, 1)
                .endsWith(119);
        assertThat(batch.stream().filter(exchange -> exchange.getProperty(Exchange.BATCH_COMPLETE, Boolean.class)))
                .singleElement()
                .isSameAs(batch.get(119));
    }

    @Test
    void aSuspendedRouteStopsInTheMiddleOfABatchAndGoesOn() throws Exception {
        List<String> ids = contacts(4);
        OntraportConsumer[] consumer = new OntraportConsumer[1];
        consumer[0] = watch(
                ROUTE,
                "contacts?startFrom=beginning",
                route -> route.process(exchange -> {
                    if (header(exchange, OntraportConstants.OBJECT_ID, String.class)
                            .equals(ids.get(1))) {
                        consumer[0].suspend();
                    }
                }));

        assertThat(polledIds(consumer[0])).isEqualTo(ids.subList(0, 2));
        assertThat(requests(() -> assertThat(polledIds(consumer[0])).isEmpty())).isZero();
        consumer[0].resume();
        assertThat(polledIds(consumer[0])).isEqualTo(ids.subList(2, 4));
    }

    @Test
    void twoRoutesWithEqualOptionsEachGetEverything() throws Exception {
        OntraportConsumer one = watch("one", "contacts?startFrom=beginning", route -> {});
        OntraportConsumer two = watch("two", "contacts?startFrom=beginning", route -> {});
        List<String> ids = contacts(2);

        assertThat(polledIds(one)).isEqualTo(ids);
        assertThat(polledIds(two)).isEqualTo(ids);
    }

    @Test
    void aRouteThatIsStoppedAndStartedGoesOnWithoutARepository() throws Exception {
        OntraportConsumer consumer = watch("contacts");
        poll(consumer);
        context.getRouteController().stopRoute(ROUTE);
        List<String> ids = contacts(2);
        context.getRouteController().startRoute(ROUTE);

        assertThat(polledIds((OntraportConsumer) context.getRoute(ROUTE).getConsumer()))
                .isEqualTo(ids);
    }

    @Test
    void anErrorOfTheApiInTheMiddleLosesNothing() throws Exception {
        List<String> ids = contacts(1100);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxRetries=0");
        sandbox().faults().on("GET", "/objects").skip(20).status(500, "Oops");

        assertThat(polledIds(consumer)).isEqualTo(ids.subList(0, 1000));
        assertThat(polledIds(consumer)).isEqualTo(ids.subList(1000, 1100));
    }

    @Test
    void rowsThatAreEditedOrDeletedBetweenTwoPagesShiftNothing() throws Exception {
        List<String> ids = contacts(160);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning");
        sandbox().faults().on("GET", "/objects").thenRun(() -> {
            ids.subList(0, 30).forEach(id -> sandbox().delete(CONTACTS, Long.parseLong(id)));
            sandbox().update(CONTACTS, Long.parseLong(ids.get(70)), Map.of("firstname", "Edited"));
        });

        assertThat(polledIds(consumer)).isEqualTo(ids);
    }

    @Test
    void whatWasReadBeforeABadPageIsDelivered() throws Exception {
        List<String> ids = contacts(120);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxRetries=0");
        sandbox().faults().on("GET", "/objects").skip(1).status(500, "Oops");

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("Oops");

        assertThat(ids(got)).isEqualTo(ids.subList(0, 50));
        assertThat(polledIds(consumer)).isEqualTo(ids.subList(50, 120));
    }
}
