package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.support.CapturedLog;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;

/** The consumer's own health check, which Camel makes for every route. */
class ConsumerHealthTest extends ConsumerHealthTestSupport {

    @Test
    void turnsRedOnAnErrorOfTheApiWithItsStatusAndGreenAgain() throws Exception {
        OntraportConsumer consumer = watch("contacts?maxRetries=0");
        poll(consumer);
        assertThat(health().getState()).isEqualTo(State.UP);

        sandbox().faults().status(403, "Not Authorized");
        poll(consumer);
        Result red = health();
        assertThat(red.getState()).isEqualTo(State.DOWN);
        assertThat(red.getDetails()).containsEntry("http.response.code", 403);
        assertThat(red.getDetails().toString()
                        + red.getMessage().orElse("")
                        + red.getError().orElse(null))
                .contains("Not Authorized")
                .doesNotContain(sandbox().apiKey(), sandbox().appId());

        poll(consumer);
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void theLogSaysWhenPollsSucceedAgain() throws Exception {
        OntraportConsumer consumer = watch("contacts?maxRetries=0");
        try (CapturedLog log = new CapturedLog(OntraportConsumer.class.getName())) {
            poll(consumer);
            sandbox().faults().times(2).status(503, "Busy");
            poll(consumer);
            poll(consumer);
            poll(consumer);
            poll(consumer);

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("polls again"))
                    .singleElement()
                    .asString()
                    .startsWith("INFO ")
                    .endsWith("polls again, after 2 polls that failed");
        }
    }

    @Test
    void aRecordThatARouteCannotProcessIsNoIllnessOfTheConsumer() throws Exception {
        contacts(1);
        OntraportConsumer consumer = watch(
                ROUTE, "contacts?startFrom=beginning", route -> route.throwException(new IllegalStateException("no")));

        poll(consumer);

        assertThat(health().getState()).isEqualTo(State.UP);
    }
}
