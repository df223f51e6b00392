package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Every exchange gets its answer, once, on a thread of Camel's; and what stopped can start again. */
class LifecycleTest extends SandboxTestSupport {

    @Override
    public void configure(OntraportComponent component) {
        component.setRequestsPerMinute(10_000);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:nested")
                        .to("ontraport:contacts?operation=count")
                        .to("ontraport:contacts?operation=count")
                        .process(exchange -> exchange.setProperty(
                                "thread", Thread.currentThread().getName()))
                        .process(exchange -> exchange.getMessage()
                                .setBody(template.requestBody("ontraport:contacts?operation=count", (Object) null)));
            }
        };
    }

    @Test
    void callbacksRunOnThreadsOfCamelAndMayCallBackIn() throws Exception {
        sandbox().requestsPerMinute(10_000);
        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 200)
                .mapToObj(i -> template.asyncSend("direct:nested", exchange -> {}))
                .toList();
        for (CompletableFuture<Exchange> call : calls) {
            Exchange done = call.get(60, TimeUnit.SECONDS);
            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getBody()).isEqualTo(0L);
            assertThat(done.getProperty("thread", String.class)).contains("OntraportCallback");
        }
    }

    @Test
    void stoppingAnswersEveryExchangeOnce() throws Exception {
        OntraportComponent component = restarted(2);
        sandbox().faults().times(2).delay(Duration.ofMinutes(10));
        AsyncProducer producer =
                context.getEndpoint("ontraport:contacts?operation=create").createAsyncProducer();
        producer.start();
        List<Exchange> answered = new CopyOnWriteArrayList<>();
        List<Exchange> sent = IntStream.range(0, 5)
                .mapToObj(i -> {
                    Exchange exchange = producer.getEndpoint().createExchange();
                    exchange.getMessage().setBody(Map.of("firstname", "No " + i));
                    return exchange;
                })
                .toList();
        sent.forEach(exchange -> producer.process(exchange, doneSync -> answered.add(exchange)));
        await().until(() -> sandbox().requestCount() == 2);

        component.stop();

        await().untilAsserted(() -> assertThat(answered).hasSize(5));
        assertThat(answered).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(sent.subList(0, 2)).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        OntraportConnectionException.class,
                        failure -> assertThat(failure.isOutcomeUnknown()).isTrue()));
        assertThat(sent.subList(2, 5)).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                        .isFalse()));
    }

    @Test
    void anErrorInABodyAnswersTheExchange() {
        Exchange failed = send("ontraport:contacts?operation=create", new AbstractMap<String, Object>() {

            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new StackOverflowError("of a test");
            }
        });

        assertThat(failed.getException()).hasStackTraceContaining("of a test");
    }

    @Test
    void whatIsStoppedSendsNothingMore() throws Exception {
        OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
        component.stop();

        assertThat(send("direct:nested").getException())
                .isInstanceOf(OntraportConnectionException.class)
                .hasMessageContaining("stopped");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void worksAgainAfterAStop() throws Exception {
        assertThat(send("ontraport:contacts?operation=count").getException()).isNull();

        restarted(180);

        assertThat(send("ontraport:contacts?operation=count").getMessage().getBody())
                .isEqualTo(0L);
    }

    private OntraportComponent restarted(int requestsPerMinute) {
        OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
        component.stop();
        component.setRequestsPerMinute(requestsPerMinute);
        component.start();
        return component;
    }
}
