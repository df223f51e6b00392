package io.github.camelontraport;

import io.github.camelontraport.operation.RecordIterator;
import java.io.Closeable;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;

/**
 * The records of an exchange as a stream, whose later pages fail with the exceptions that routes know. It ends with a
 * failure of the exchange: a split that stops on an exception has Camel read on to the end, to release what it never
 * sends, and each page would be a request.
 */
final class RecordStream implements Iterator<Map<String, Object>>, Closeable {

    private final Exchange exchange;
    private final RecordIterator records;
    private final UnaryOperator<Throwable> failures;

    RecordStream(Exchange exchange, RecordIterator records, UnaryOperator<Throwable> failures) {
        this.exchange = exchange;
        this.records = records;
        this.failures = failures;
    }

    @Override
    public boolean hasNext() {
        return exchange.getException() == null && told(records::hasNext);
    }

    @Override
    public Map<String, Object> next() {
        return told(records::next);
    }

    @Override
    public void close() {
        records.close();
    }

    private <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            Throwable told = failures.apply(e);
            throw told instanceof RuntimeException failure ? failure : new RuntimeCamelException(told);
        }
    }
}
