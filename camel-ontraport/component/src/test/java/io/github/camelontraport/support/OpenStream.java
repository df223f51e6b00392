package io.github.camelontraport.support;

import java.util.Iterator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.AsyncProcessorConverterHelper;

/** Calls an endpoint's producer without ending the exchange, so that its stream stays open. */
public final class OpenStream implements AutoCloseable {

    private final CamelContext context;
    private Producer producer;

    public OpenStream(CamelContext context) {
        this.context = context;
    }

    public Iterator<?> records(String uri) throws Exception {
        producer = context.getEndpoint(uri).createProducer();
        producer.start();
        Exchange exchange = producer.getEndpoint().createExchange();
        Processor sync = AsyncProcessorConverterHelper.convert(producer);
        sync.process(exchange);
        return exchange.getMessage().getBody(Iterator.class);
    }

    @Override
    public void close() {
        producer.stop();
    }
}
