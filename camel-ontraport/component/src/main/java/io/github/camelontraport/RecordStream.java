package io.github.camelontraport;

import io.github.camelontraport.operation.record.RecordIterator;
import java.io.Closeable;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.RuntimeCamelException;

/** A stream of records whose later pages fail with the exceptions of routes. */
final class RecordStream implements Iterator<Map<String, Object>>, Closeable {

    private final RecordIterator records;
    private final UnaryOperator<Throwable> failures;

    RecordStream(RecordIterator records, UnaryOperator<Throwable> failures) {
        this.records = records;
        this.failures = failures;
    }

    @Override
    public boolean hasNext() {
        return translate(records::hasNext);
    }

    @Override
    public Map<String, Object> next() {
        return translate(records::next);
    }

    @Override
    public void close() {
        records.close();
    }

    private <T> T translate(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            Throwable translated = failures.apply(e);
            throw translated instanceof RuntimeException failure ? failure : new RuntimeCamelException(translated);
        }
    }
}
