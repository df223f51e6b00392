package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportConstants;
import java.io.File;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeated deliveries, with an idempotent repository. */
class WebhookDeduplicationTest extends WebhookTestSupport {

    private static final String URI = "contacts?event=created&idempotentRepository=#seen";

    private final AtomicInteger confirmed = new AtomicInteger();
    private final MemoryIdempotentRepository seen = new MemoryIdempotentRepository() {

        @Override
        public boolean confirm(String key) {
            confirmed.incrementAndGet();
            return super.confirm(key);
        }
    };

    @BeforeEach
    void bind() {
        context.getRegistry().bind("seen", seen);
    }

    @Test
    void aRepeatedDeliveryIsAnsweredWithoutTheRoute() throws Exception {
        listen(uri(URI));

        assertThat(status(url(), JSON, created(8))).isEqualTo(200);
        assertThat(status(url(), JSON, created(8).replace("\"2\"", "\"3\""))).isEqualTo(200);
        assertThat(status(url(), JSON, created(9))).isEqualTo(200);
        assertThat(status(url(), JSON, created(8).replace("1760000000", "1760000001")))
                .as("the event happened again")
                .isEqualTo(200);

        assertThat(got).hasSize(3);
        assertThat(confirmed).hasValue(3);
        assertThat(seen.contains(header(got.get(0), OntraportConstants.DELIVERY_KEY, String.class)))
                .isTrue();
    }

    @Test
    void addingATagAgainIsANewEvent() throws Exception {
        long nora = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        sandbox().addTag(CONTACTS, nora, "VIP");
        sandbox().removeTag(CONTACTS, nora, "VIP");
        subscribe(uri("contacts?event=tagged&tag=VIP&idempotentRepository=#seen"));
        await("health").untilAsserted(() -> assertThat(health().getDetails()).containsKey("ontraport.webhookId"));

        sandbox().addTag(CONTACTS, nora, "VIP");
        sandbox().removeTag(CONTACTS, nora, "VIP");
        sandbox().clock().advance(java.time.Duration.ofSeconds(1));
        sandbox().addTag(CONTACTS, nora, "VIP");
        sandbox().webhooks().awaitQuiet(TIMEOUT);

        assertThat(got).hasSize(2);
    }

    @Test
    void aFailedDeliveryIsNotAddedToTheRepository() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        listen(
                "listen",
                uri(URI),
                route -> route.process(exchange -> {
                    if (turn.incrementAndGet() == 1) {
                        throw new IllegalStateException("no");
                    }
                }));

        assertThat(status(url(), JSON, created(8))).isEqualTo(500);
        assertThat(confirmed).hasValue(0);
        assertThat(seen.getCacheSize()).isZero();
        assertThat(status(url(), JSON, created(8))).isEqualTo(200);

        assertThat(got).hasSize(1);
    }

    @Test
    void aRepeatOfADeliveryInProgressIsAnsweredWith503() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        listen(
                "listen",
                uri(URI),
                route -> route.process(exchange -> {
                    arrived.countDown();
                    finish.await();
                }));
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(url(), JSON, created(8)));
        arrived.await();

        assertThat(status(url(), JSON, created(8))).isEqualTo(503);
        finish.countDown();
        assertThat(first.get()).isEqualTo(200);
        assertThat(status(url(), JSON, created(8))).isEqualTo(200);

        assertThat(got).hasSize(1);
    }

    /** A killed process leaves the same behind. */
    @Test
    void aDeliveryThatNeverCompletedIsNotADuplicate(@TempDir File folder) throws Exception {
        File file = new File(folder, "seen.txt");
        context.getRegistry().bind("file", FileIdempotentRepository.fileIdempotentRepository(file));
        String options = "contacts?event=created&idempotentRepository=#file";
        CompletableFuture<Exchange> begun = new CompletableFuture<>();
        CountDownLatch killed = new CountDownLatch(1);
        listen(
                "listen",
                uri(options),
                route -> route.process(exchange -> {
                    begun.complete(exchange);
                    killed.await();
                }));
        CompletableFuture<Integer> never = CompletableFuture.supplyAsync(() -> status(url(), JSON, created(8)));
        begun.get();
        int port = freePort();
        try (CamelContext next = new DefaultCamelContext()) {
            next.getRegistry().bind("file", FileIdempotentRepository.fileIdempotentRepository(file));
            serve(next, port);
            OntraportConfiguration settings =
                    next.getComponent("ontraport", OntraportComponent.class).getConfiguration();
            settings.setBaseUrl(sandbox().baseUrl());
            settings.setApiKey(sandbox().apiKey());
            settings.setAppId(sandbox().appId());
            next.start();
            listen(next, "next", uri(options, port, "/hook"), route -> {});
            String nextUrl = "http://localhost:" + port + "/hook";

            assertThat(status(nextUrl, JSON, created(8))).isEqualTo(200);
            assertThat(got).hasSize(1);
            assertThat(status(nextUrl, JSON, created(8))).isEqualTo(200);
            assertThat(got).as("now it is processed").hasSize(1);
        } finally {
            killed.countDown();
        }
        assertThat(never.get()).isEqualTo(200);
    }

    @Test
    void aFailingRepositoryIsAnsweredWith503() throws Exception {
        context.getRegistry().bind("away", new MemoryIdempotentRepository() {

            @Override
            public boolean contains(String key) {
                throw new IllegalStateException("database is away");
            }
        });
        listen(uri(URI.replace("#seen", "#away")));

        assertThat(status(url(), JSON, created(8))).isEqualTo(503);
        assertThat(status(url(), JSON, created(8))).as("not in progress").isEqualTo(503);
        assertThat(got).isEmpty();
    }
}
