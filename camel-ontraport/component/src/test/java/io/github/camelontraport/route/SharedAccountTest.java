package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saturating loads over virtual hours, alone on the account and beside contexts that do not know of each other. */
class SharedAccountTest {

    private static final int LIMIT = 180;
    private static final Duration LATENCY = Duration.ofMillis(200);

    private final VirtualAccount account = new VirtualAccount(LATENCY);

    @AfterEach
    void close() {
        account.close();
    }

    /** A program that keeps so many exchanges under way all the time. */
    private final class Program implements AutoCloseable {

        private final CamelContext context = account.context();
        private final int underWay;
        private int requests;
        private int done;
        private int failed;
        private boolean stopped;

        Program(int underWay) throws Exception {
            this.underWay = underWay;
        }

        Program startsWork() throws Exception {
            Endpoint endpoint = context.getEndpoint("ontraport:contacts?operation=count");
            AsyncProducer producer = endpoint.createAsyncProducer();
            producer.start();
            for (int i = 0; i < underWay; i++) {
                next(producer);
            }
            return this;
        }

        private void next(AsyncProducer producer) {
            if (stopped) {
                return;
            }
            VirtualAccount.send(producer, null, Map.of(), exchange -> {
                requests += exchange.getMessage().getHeader(OntraportConstants.REQUESTS, 0, int.class);
                done++;
                failed += exchange.getException() == null ? 0 : 1;
                next(producer);
            });
        }

        /** Requests that HTTP 429 sent back. */
        int throttled() {
            return requests - done;
        }

        @Override
        public void close() throws Exception {
            stopped = true;
            context.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 64, 500})
    void whoIsAloneUsesTheWholeQuotaAndOverrunsItNever(int underWay) throws Exception {
        try (Program alone = new Program(underWay)) {
            alone.startsWork();
            account.clock().advance(Duration.ofHours(1));
            assertThat(alone.done).isGreaterThanOrEqualTo(LIMIT * 60 * 99 / 100);
            assertThat(alone.throttled()).isZero();
            assertThat(alone.failed).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 150})
    void twoShareTheAccountHoweverLateOneComes(int secondsLater) throws Exception {
        try (Program first = new Program(20);
                Program second = new Program(20)) {
            first.startsWork();
            account.clock().advance(Duration.ofSeconds(secondsLater));
            second.startsWork();
            account.clock().advance(Duration.ofMinutes(3));
            int firstBefore = first.done;
            int secondBefore = second.done;
            account.clock().advance(Duration.ofMinutes(10));

            int mine = first.done - firstBefore;
            int its = second.done - secondBefore;
            assertThat(mine + its).as("together").isGreaterThanOrEqualTo(LIMIT * 10 * 9 / 10);
            assertThat(Math.min(mine, its)).as("the smaller share").isGreaterThanOrEqualTo((mine + its) * 40 / 100);
            assertThat(first.throttled() + second.throttled())
                    .as("HTTP 429, those of the first meeting included")
                    .isLessThanOrEqualTo(50);
            assertThat(first.failed + second.failed).isZero();
        }
    }

    @Test
    void whenTheOtherLeavesTheWholeQuotaIsUsedAgain() throws Exception {
        try (Program first = new Program(20)) {
            try (Program second = new Program(20)) {
                first.startsWork();
                second.startsWork();
                account.clock().advance(Duration.ofMinutes(5));
            }
            account.clock().advance(Duration.ofMinutes(7));
            int before = first.done;
            account.clock().advance(Duration.ofMinutes(10));
            assertThat(first.done - before).isGreaterThanOrEqualTo(LIMIT * 10 * 98 / 100);
        }
    }
}
