package io.github.camelontraport;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/**
 * Closes a stream of records when the last unit of work that may read it has ended. A multicast or recipient list makes an
 * exchange for each branch, ends it, and goes on with the stream that it got from the branch. Of a multicast, Camel names
 * the unit of work around the branch, for streams of its own. Otherwise a stream of a branch is left to its reader: open,
 * it holds no connection, and a page of records at most.
 */
final class StreamCloser extends SynchronizationAdapter {

    private final RecordStream stream;
    private final AtomicInteger units;

    private StreamCloser(RecordStream stream, int units) {
        this.stream = stream;
        this.units = new AtomicInteger(units);
    }

    static void attach(RecordStream stream, Exchange exchange) {
        UnitOfWork around = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, null, UnitOfWork.class);
        if (around != null && around != exchange.getUnitOfWork()) {
            StreamCloser closer = new StreamCloser(stream, 2);
            exchange.getExchangeExtension().addOnCompletion(closer);
            around.addSynchronization(closer);
        } else if (exchange.getProperty(ExchangePropertyKey.CORRELATION_ID) == null) {
            exchange.getExchangeExtension().addOnCompletion(new StreamCloser(stream, 1));
        }
    }

    @Override
    public void onDone(Exchange exchange) {
        if (units.decrementAndGet() == 0) {
            IOHelper.close(stream);
        }
    }
}
