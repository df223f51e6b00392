package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.PollAbandonedException;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.support.EventDrivenPollingConsumer;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what happened to records, in order, at least once: the state moves past an occurrence only when its exchange
 * is done and has not failed. The first one that fails ends the poll and comes again with the next.
 */
public class OntraportConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportConsumer.class);
    /** Most that one batch has; it bounds what is held in memory. */
    private static final int BATCH = 1000;

    private final EndpointContext endpoint;
    private final PollOptions options;
    private final ReentrantLock turn = new ReentrantLock();
    private ConsumerState state;
    private TimeSource timing;
    private PollingClient source;
    private Poller poller;
    private ObjectType type;
    private volatile boolean stopped;
    private boolean asked;
    private boolean failed;
    private boolean abandoned;

    OntraportConsumer(EndpointContext endpoint, Processor processor, PollOptions options) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = options;
    }

    @Override
    protected void doStart() throws Exception {
        stopped = false;
        AccountConnection connection = endpoint.connection();
        timing = connection.timing();
        source = new PollingClient(connection.client(), connection.metadata(), timing);
        state = new ConsumerState(endpoint, getRouteId());
        state.claim();
        try {
            poller = null;
            Optional<ObjectType> known = endpoint.knownType();
            if (known.isPresent()) {
                open(known.get());
            } else {
                checkpoint().check();
            }
            super.doStart();
        } catch (Exception e) {
            state.release();
            throw e;
        }
    }

    private void open(ObjectType found) {
        Poller opened = options.event().poller(source, options.watch(found), checkpoint());
        opened.open();
        type = found;
        poller = opened;
    }

    private Checkpoint checkpoint() {
        return state.checkpoint(options, timing);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        stopped = true;
        if (turn.tryLock()) {
            try {
                releaseIfStopped();
            } finally {
                turn.unlock();
            }
        }
    }

    /** A poll that goes on after a forced stop still moves the state, so nobody else may have it until it is over. */
    private void releaseIfStopped() {
        if (stopped && state != null) {
            state.release();
        }
    }

    @Override
    protected int poll() throws Exception {
        if (!turn.tryLock(source.left(), TimeUnit.NANOSECONDS)) {
            return 0;
        }
        try {
            shutdownRunningTask = null;
            pendingExchanges = 0;
            failed = false;
            abandoned = isLeftOver();
            return abandoned ? 0 : deliver();
        } catch (PollAbandonedException e) {
            abandoned = true;
            LOG.debug("{}: {}", endpoint, e.getMessage());
            return 0;
        } catch (RuntimeException e) {
            Throwable told = ExceptionMapper.of(
                    e, "polling for event=" + endpoint.getPollConfiguration().getEvent(), endpoint.getObjectType());
            throw told instanceof Exception failure ? failure : e;
        } finally {
            releaseIfStopped();
            turn.unlock();
        }
    }

    /** Who asks for one message at a time still has one. */
    private boolean isLeftOver() {
        return getProcessor() instanceof EventDrivenPollingConsumer queue && queue.getQueueSize() > 0;
    }

    private int deliver() throws Exception {
        source.ready();
        if (poller == null) {
            open(source.await(
                    source.metadata().customType(endpoint.getObjectType(), source.client(), CallContext.poll())));
        }
        poller.begin();
        int most = asked ? 1 : maxMessagesPerPoll;
        int sent = 0;
        while (isDeliveryAllowed() && (most <= 0 || sent < most)) {
            List<RecordEvent> batch = poller.next(most <= 0 ? BATCH : Math.min(BATCH, most - sent));
            forceConsumerAsReady();
            int done = processBatch(new ArrayDeque<>(batch));
            sent += done;
            if (failed) {
                return 0;
            }
            if (batch.isEmpty() || done < batch.size()) {
                break;
            }
        }
        return sent;
    }

    private boolean isDeliveryAllowed() {
        return isBatchAllowed() && !isSuspendingOrSuspended();
    }

    @Override
    public int processBatch(Queue<Object> batch) throws Exception {
        int total = batch.size();
        int index = 0;
        while (index < total && !failed && isDeliveryAllowed()) {
            RecordEvent occurrence = (RecordEvent) batch.poll();
            pendingExchanges = total - index - 1;
            failed = !process(exchange(occurrence, index, total));
            if (!failed) {
                poller.acknowledge(occurrence);
                index++;
            }
        }
        return index;
    }

    private Exchange exchange(RecordEvent occurrence, int index, int total) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
        MessageMapper.toMessage(
                occurrence, type, endpoint.getPollConfiguration().getEvent(), exchange.getMessage());
        return exchange;
    }

    /** Whether the exchange is done and has not failed. */
    private boolean process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        try {
            if (exchange.getException() == null && (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast())) {
                exchange.setException(new RollbackExchangeException(exchange));
            }
            if (exchange.getException() != null) {
                getExceptionHandler()
                        .handleException(
                                "Error processing exchange; the record comes again with the next poll",
                                exchange,
                                exchange.getException());
                return false;
            }
            return true;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** A poll that could not finish says nothing about whether there was something. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (!failed && !abandoned) {
            super.processEmptyMessage();
        }
    }

    /** Starts at once, so that whoever asks is told of a state that cannot be used; polls begin with {@link #beforePoll}. */
    @Override
    public void onInit() throws Exception {
        super.onInit();
        asked = true;
        ServiceHelper.startService(this);
        ServiceHelper.suspendService(this);
    }

    /**
     * Somebody asks for a message, with pollEnrich or a ConsumerTemplate: looks for one at once, on the thread that asks
     * and for no longer than it allows. While it waits on, the scheduler polls as usual.
     */
    @Override
    public long beforePoll(long timeout) throws Exception {
        if (!ServiceHelper.resumeService(this)) {
            ServiceHelper.startService(this);
        }
        long began = timing.nanoTime();
        source.waitTimeout(timeout > 0 ? Duration.ofMillis(timeout) : null);
        try {
            run();
        } finally {
            source.waitTimeout(null);
        }
        return Math.max(0, timeout - Duration.ofNanos(timing.nanoTime() - began).toMillis());
    }
}
