package io.github.camelontraport;

import io.github.camelontraport.poll.PollAbandonedException;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.StateConflictException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events, in order, at least once: the state moves past an event only when its exchange is done and has not
 * failed. The first one that fails ends the poll and comes again with the next.
 */
public class OntraportConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportConsumer.class);
    /** The largest batch; it limits how many records are in memory. */
    private static final int MAX_BATCH = 1000;

    private final EndpointContext endpoint;
    private final PollOptions options;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile PollSession session;
    /** The session of the current poll; after a stop and a start it is not that of the next one. */
    private PollSession current;

    /** The last exchange failed, so the next poll reads no more than it needs to try it again. */
    private boolean isRecovering;
    /** Why the exchange failed that ended the current poll; {@code null} when none did. */
    private Throwable failure;
    /** The current poll ended before it knew whether there are events. */
    private boolean isIncomplete;

    private volatile PollStatus pollStatus = PollStatus.NONE;
    private final ObservedPoll observed = new Observed();

    private final class Observed implements ObservedPoll {

        @Override
        public String routeId() {
            return getRouteId();
        }

        @Override
        public String endpointText() {
            return endpoint.toString();
        }

        @Override
        public String stateKey() {
            return session.stateKey();
        }

        @Override
        public PollStatus status() {
            return isSuspendingOrSuspended() ? pollStatus.suspended() : pollStatus;
        }
    }

    OntraportConsumer(EndpointContext endpoint, Processor processor, PollOptions options) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = options;
        setExceptionHandler(new PollExceptionHandler(LOG));
    }

    @Override
    protected void doStart() throws Exception {
        PollSession started = new PollSession(endpoint, options, getRouteId(), this::isStoppingToRead);
        started.start();
        session = started;
        endpoint.services().polls().started(observed);
        try {
            super.doStart();
        } catch (Exception | Error e) {
            end();
            throw e;
        }
    }

    @Override
    protected void doStop() throws Exception {
        try {
            super.doStop();
        } finally {
            end();
        }
    }

    /** A poll that goes on after a forced stop still moves the state, and releases it when it is over. */
    private void end() {
        if (session == null) {
            return;
        }
        endpoint.services().polls().stopped(observed);
        session.end();
        if (turn.tryLock()) {
            try {
                session.release();
            } finally {
                turn.unlock();
            }
        }
    }

    /** A scheduler that meets an error never calls again, so none leaves this method. */
    @Override
    public void run() {
        try {
            super.run();
        } catch (Throwable e) {
            getExceptionHandler().handleException("The poll failed; the next one goes on", e);
        }
    }

    @Override
    protected int poll() throws Exception {
        if (!turn.tryLock()) {
            // The last exchange before a restart is still under way.
            return 0;
        }
        current = session;
        PollStatus before = pollStatus;
        try {
            shutdownRunningTask = null;
            failure = null;
            isIncomplete = true;
            pollStatus = before.polling(current.timing().now());
            boolean begun = current.begin();
            int delivered = begun ? deliver() : 0;
            if (failure == null) {
                pollStatus = begun ? pollStatus.ok(current.position()) : pollStatus.waiting();
            }
            failHealthAfterError();
            logRecovery();
            return delivered;
        } catch (PollAbandonedException e) {
            LOG.debug("{}: {}", endpoint, e.getMessage());
            pollStatus = pollStatus.abandoned(before);
            return 0;
        } catch (StateConflictException e) {
            current.conflict(e);
            pollStatus = pollStatus.waiting();
            return 0;
        } catch (RuntimeException e) {
            Exception mapped = current.failure(e);
            if (failure == null) {
                pollStatus = pollStatus.failed(current.position(), mapped);
            }
            throw mapped;
        } catch (Error e) {
            pollStatus = pollStatus.failed(current.position(), e);
            throw e;
        } finally {
            pendingExchanges = 0;
            if (current.isEnded()) {
                current.release();
            }
            turn.unlock();
        }
    }

    private int deliver() throws Exception {
        int most = maxMessagesPerPoll > 0 ? maxMessagesPerPoll : Integer.MAX_VALUE;
        int sent = 0;
        while (sent < most) {
            List<RecordEvent> batch = current.next(isRecovering ? 1 : Math.min(MAX_BATCH, most - sent));
            forceConsumerAsReady();
            if (batch.isEmpty()) {
                isIncomplete = false;
                break;
            }
            int done = processBatch(new ArrayDeque<>(batch));
            sent += done;
            if (failure != null) {
                return 0;
            }
            if (done < batch.size()) {
                break;
            }
        }
        return sent;
    }

    /** An exception of a route is the business of the route; after an error the application may be broken. */
    private void failHealthAfterError() {
        Error error = ObjectHelper.getException(Error.class, failure);
        if (error != null) {
            throw new RuntimeCamelException(
                    "A route ended with an error; the record comes again with the next poll", error);
        }
    }

    /** Camel logs polls that fail, and says nothing when they no longer do. */
    private void logRecovery() {
        if (getErrorCounter() > 0) {
            LOG.info("{} polls again, after {} polls that failed", endpoint, getErrorCounter());
        }
    }

    /** A suspended or stopping consumer delivers the rest of a batch only if it is configured to complete all tasks. */
    private boolean isDeliveryAllowed() {
        return shutdownRunningTask == ShutdownRunningTask.CompleteAllTasks
                ? isRunAllowed()
                : isBatchAllowed() && !isSuspendingOrSuspended();
    }

    private boolean isStoppingToRead() {
        return !isRunAllowed() || isSuspendingOrSuspended() || shutdownRunningTask != null;
    }

    @Override
    public int processBatch(Queue<Object> batch) throws Exception {
        int total = batch.size();
        int index = 0;
        while (index < total && failure == null && isDeliveryAllowed()) {
            RecordEvent event = (RecordEvent) batch.poll();
            pendingExchanges = total - index - 1;
            failure = process(exchange(event, index, total));
            isRecovering = failure != null;
            if (failure == null) {
                current.acknowledge(event);
                pollStatus = pollStatus.oneDelivered(current.position());
                index++;
            } else {
                pollStatus = pollStatus.recordFails(current.position(), event.id(), failure);
            }
        }
        return index;
    }

    private Exchange exchange(RecordEvent event, int index, int total) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
        current.fill(exchange, event);
        return exchange;
    }

    /** @return why the exchange failed; {@code null} when it is done */
    private Throwable process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Throwable e) {
            // Also errors: they are faults of the route like others, and the scheduler must go on.
            exchange.setException(e);
            finish(exchange);
        }
        try {
            if (exchange.getException() == null && (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast())) {
                exchange.setException(new RollbackExchangeException(exchange));
            }
            Exception exception = exchange.getException();
            if (exception != null) {
                getExceptionHandler()
                        .handleException(
                                "Error processing exchange; the record comes again with the next poll",
                                exchange,
                                exception);
            }
            return exception;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** An error skips what Camel does at the end of a route, without which the exchange would look busy for ever. */
    private void finish(Exchange exchange) {
        UnitOfWork unit = exchange.getUnitOfWork();
        if (unit == null) {
            return;
        }
        for (Route route = unit.popRoute(); route != null; route = unit.popRoute()) {
            getEndpoint().getCamelContext().getInflightRepository().remove(exchange, route.getRouteId());
        }
        UnitOfWorkHelper.doneUow(unit, exchange);
    }

    /** A poll that was not completed does not show that there is nothing. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (!isIncomplete) {
            super.processEmptyMessage();
        }
    }
}
