package io.github.camelontraport.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxDelivery;
import io.github.camelontraport.sandbox.support.DeliveryReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many concurrent deliveries, and the threads that are left. {@code -Dontraport.sandbox.deliveries=10000} is the full load. */
@Timeout(120)
class DeliveryLoadTest {

    private static final int CONNECTIONS = 16;
    private static final int DELIVERIES = Integer.getInteger("ontraport.sandbox.deliveries", 1_000);
    private static final int ACCOUNTS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void deliveriesUseSixteenConnections() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(CONNECTIONS);
        CountDownLatch goOn = new CountDownLatch(1);
        try (DeliveryReceiver receiver = new DeliveryReceiver();
                OntraportSandbox sandbox = subscribed(receiver)) {
            receiver.answering(delivery -> {
                arrived.countDown();
                return DeliveryReceiver.waitFor(goOn);
            });
            sandbox.webhooks().connections(CONNECTIONS);
            for (int i = 0; i < DELIVERIES; i++) {
                sandbox.create(0, Map.of());
            }
            arrived.await();
            assertThatThrownBy(() -> sandbox.webhooks().awaitQuiet(Duration.ofMillis(200)))
                    .hasMessageStartingWith(DELIVERIES + " deliveries have not ended");
            assertThat(receiver.received()).as("at once").hasSize(CONNECTIONS);

            goOn.countDown();
            sandbox.webhooks().awaitQuiet(PATIENCE);

            assertThat(sandbox.webhooks().deliveries()).hasSize(DELIVERIES).allMatch(SandboxDelivery::succeeded);
            assertThat(new HashSet<>(receiver.received()))
                    .as("different deliveries")
                    .hasSize(DELIVERIES);
        }
    }

    @Test
    void closedAccountsLeaveNoThreads() throws InterruptedException {
        Set<Thread> before = threads();
        List<OntraportSandbox> closed = new ArrayList<>();
        try (DeliveryReceiver receiver = new DeliveryReceiver()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                OntraportSandbox sandbox = subscribed(receiver);
                sandbox.create(0, Map.of());
                if (i % 2 == 0) {
                    sandbox.webhooks().awaitQuiet(PATIENCE);
                }
                sandbox.create(0, Map.of());
                sandbox.close();
                sandbox.create(0, Map.of());
                closed.add(sandbox);
            }

            Set<Thread> left = threads();
            left.removeAll(before);
            // The thread of the JDK's client ends when the client is garbage collected.
            for (Thread thread : left) {
                if (thread.getName().startsWith(DeliverySender.THREAD_NAME)) {
                    // The thread may still be ending.
                    thread.join(PATIENCE.toMillis());
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
                while (thread.getName().contains("SelectorManager") && thread.isAlive()) {
                    System.gc();
                    thread.join(50);
                }
            }
            assertThat(closed)
                    .allSatisfy(account -> assertThat(account.records(0)).hasSize(3));
        }
    }

    @Test
    void anAccountWithoutDeliveriesHasNoThreadsForThem() {
        Set<Thread> before = threads();
        try (OntraportSandbox sandbox = OntraportSandbox.builder().http(false).start()) {
            sandbox.create(145, Map.of("event", "sub_tag(6)", "url", "http://localhost:1"));
            sandbox.create(0, Map.of());
            sandbox.webhooks().awaitQuiet(PATIENCE);
            Set<Thread> now = threads();
            now.removeAll(before);
            assertThat(now).noneMatch(thread -> thread.getName().startsWith(DeliverySender.THREAD_NAME));
        }
    }

    private static OntraportSandbox subscribed(DeliveryReceiver receiver) {
        OntraportSandbox sandbox = OntraportSandbox.builder().http(false).start();
        sandbox.create(
                145,
                Map.of("event", "object_create(0)", "url", receiver.url("/op"), "data", "{\"format\":\"notify\"}"));
        return sandbox;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
