package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors, which are no exceptions: the consumer goes on polling, the record comes again, and health says so. */
class RouteErrorTest extends ConsumerHealthTestSupport {

    private static boolean broken;

    /** Where a route can throw an error. */
    enum Place {
        PROCESSOR(route -> route.process(exchange -> fail(new StackOverflowError()))),
        FILTER(route -> route.filter(exchange -> fail(new NoClassDefFoundError("x")))
                .process(exchange -> {})
                .end()),
        CHOICE(route -> route.choice()
                .when(exchange -> fail(new ExceptionInInitializerError("x")))
                .process(exchange -> {})
                .end()),
        PROPERTY(route -> route.setProperty("x").exchange(exchange -> fail(new AssertionError("x")))),
        SPLIT(route -> route.split()
                .exchange(exchange -> List.of(fail(new LinkageError("x"))))
                .process(exchange -> {})
                .end());

        private final Consumer<RouteDefinition> step;

        Place(Consumer<RouteDefinition> step) {
            this.step = step;
        }
    }

    private static boolean fail(Error error) {
        if (broken) {
            throw error;
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void theRecordComesAgain(Place place) throws Exception {
        List<String> ids = contacts(2);
        OntraportConsumer consumer = watch(ROUTE, "contacts?startFrom=beginning", place.step);
        broken = true;
        for (int i = 0; i < 3; i++) {
            assertThat(polledIds(consumer)).isEmpty();
            assertThat(health().getState()).isEqualTo(State.DOWN);
        }
        broken = false;

        assertThat(polledIds(consumer)).isEqualTo(ids);
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    /** Polled by Camel's scheduler, which drops a task that throws. */
    @Test
    void theSchedulerGoesOn() throws Exception {
        broken = true;
        String id = contacts(1).get(0);
        CountDownLatch errors = new CountDownLatch(3);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("ontraport:contacts?startFrom=beginning&initialDelay=1&delay=10")
                        .routeId(ROUTE)
                        .process(exchange -> {
                            errors.countDown();
                            fail(new StackOverflowError());
                        })
                        .to("mock:delivered");
            }
        });
        errors.await();
        assertThat(health().getState()).isEqualTo(State.DOWN);
        MockEndpoint delivered = getMockEndpoint("mock:delivered");
        delivered.expectedHeaderReceived(OntraportConstants.OBJECT_ID, id);
        delivered.expectedMessageCount(1);
        broken = false;

        delivered.assertIsSatisfied(60_000);
    }
}
