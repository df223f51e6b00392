package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.EventDrivenPollingConsumer;
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
    void emptyMessagesDoNotKeepRecordsFromComing() throws Exception {
        String uri = URI + "&sendEmptyMessageWhenIdle=true";
        EventDrivenPollingConsumer asking =
                (EventDrivenPollingConsumer) context.getEndpoint(uri).createPollingConsumer();
        asking.start();
        OntraportConsumer consumer = (OntraportConsumer) asking.getDelegateConsumer();
        assertThat(asking.receive(1000).getMessage().getBody()).isNull();
        consumer.resume();
        consumer.run();
        consumer.run();
        assertThat(asking.getQueueSize()).isEqualTo(1);
        String id = contacts(1).get(0);

        assertThat(asking.receive(1000).getMessage().getBody()).isNull();
        assertThat(header(asking.receive(30_000), OntraportConstants.OBJECT_ID, String.class))
                .isEqualTo(id);
        asking.stop();
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
