package io.github.camelontraport.campaign.world;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** The HTTP server of a program, without a network. */
final class Inbox extends DefaultComponent implements RestConsumerFactory {

    private final List<AsyncProcessor> receivers = new CopyOnWriteArrayList<>();

    /** Empty while no route listens. */
    List<AsyncProcessor> receivers() {
        return receivers;
    }

    @Override
    public Consumer createConsumer(
            CamelContext camelContext,
            Processor processor,
            String verb,
            String basePath,
            String uriTemplate,
            String consumes,
            String produces,
            RestConfiguration configuration,
            Map<String, Object> parameters)
            throws Exception {
        return camelContext.getEndpoint("inbox:" + verb).createConsumer(processor);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new Place(uri, this, receivers);
    }

    private static final class Place extends DefaultEndpoint {

        private final List<AsyncProcessor> receivers;

        Place(String uri, Component component, List<AsyncProcessor> receivers) {
            super(uri, component);
            this.receivers = receivers;
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException("It only receives");
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            AsyncProcessor receiver = AsyncProcessorConverterHelper.convert(processor);
            return new DefaultConsumer(this, processor) {

                @Override
                protected void doStart() throws Exception {
                    super.doStart();
                    receivers.add(receiver);
                }

                @Override
                protected void doSuspend() throws Exception {
                    receivers.remove(receiver);
                    super.doSuspend();
                }

                @Override
                protected void doResume() throws Exception {
                    super.doResume();
                    receivers.add(receiver);
                }

                @Override
                protected void doStop() throws Exception {
                    receivers.remove(receiver);
                    super.doStop();
                }
            };
        }
    }
}
