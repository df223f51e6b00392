package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.support.CapturedLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What failures cost while they last: requests and lines of log. */
class DownstreamOutageTest extends PollingTestSupport {

    private boolean broken = true;

    private OntraportConsumer watchBroken(String uri) throws Exception {
        return watch(
                ROUTE,
                uri,
                route -> route.process(exchange -> {
                    if (broken) {
                        throw new IllegalStateException("downstream is away");
                    }
                }));
    }

    @Test
    void aRecordThatFailsCostsOnePageAPollUntilItGoesThrough() throws Exception {
        List<String> ids = contacts(1500);
        OntraportConsumer consumer = watchBroken("contacts?startFrom=beginning");
        poll(consumer);
        for (int i = 0; i < 5; i++) {
            assertThat(requests(() -> assertThat(polledIds(consumer)).isEmpty()))
                    .isOne();
        }
        broken = false;

        assertThat(polledIds(consumer)).isEqualTo(ids);
    }

    @Test
    void aFailedExchangeIsOneLineOfTheConsumer() throws Exception {
        contacts(1);
        OntraportConsumer consumer = watchBroken("contacts?startFrom=beginning");
        poll(consumer);
        assertFiveLines(
                consumer,
                "WARN Error processing exchange; the record comes again with the next poll",
                "downstream is away");
    }

    @Test
    void anErrorOfTheApiIsOneLineOfTheConsumer() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxRetries=0");
        poll(consumer);
        sandbox().faults().times(5).status(503, "Overloaded");
        assertFiveLines(consumer, "WARN ", "Overloaded");
    }

    /** What the consumer logs in five polls, but for details. */
    private void assertFiveLines(OntraportConsumer consumer, String start, String reason) throws Exception {
        try (CapturedLog log = new CapturedLog(OntraportConsumer.class.getName())) {
            for (int i = 0; i < 5; i++) {
                poll(consumer);
            }

            assertThat(log.lines())
                    .filteredOn(line -> !line.startsWith("DEBUG"))
                    .hasSize(5)
                    .allSatisfy(line ->
                            assertThat(line).startsWith(start).contains(reason).doesNotContain("\n"));
        }
    }
}
