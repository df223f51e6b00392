package io.github.camelontraport;

import io.github.camelontraport.poll.PollAbandonedException;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.StateConflictException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Returns one event at a time to pollEnrich or a ConsumerTemplate. It polls on the thread of the caller, and again every
 * {@code delay} while the caller waits. The state moves past an event when the caller takes it.
 */
final class OntraportPollingConsumer extends PollingConsumerSupport {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportPollingConsumer.class);
    private static final Duration FOREVER = Duration.ofDays(365);

    private final EndpointContext endpoint;
    private final PollOptions options;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile PollSession session;
    private volatile CompletableFuture<Void> pause;

    OntraportPollingConsumer(EndpointContext endpoint, PollOptions options) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = options;
        setExceptionHandler(new PollExceptionHandler(LOG));
    }

    @Override
    protected void doStart() {
        PollSession started = new PollSession(endpoint, options, null, () -> !isRunAllowed());
        started.start();
        session = started;
    }

    @Override
    protected void doStop() {
        PollSession current = session;
        if (current == null) {
            return;
        }
        current.end();
        CompletableFuture<Void> waiting = pause;
        if (waiting != null) {
            waiting.cancel(false);
        }
        if (turn.tryLock()) {
            try {
                current.release();
            } finally {
                turn.unlock();
            }
        }
    }

    @Override
    public Exchange receive() {
        return receive(FOREVER, true);
    }

    @Override
    public Exchange receiveNoWait() {
        return receive(0);
    }

    @Override
    public Exchange receive(long timeout) {
        return receive(Duration.ofMillis(Math.max(0, timeout)), timeout > 0);
    }

    private Exchange receive(Duration timeout, boolean isLimited) {
        if (!isStarted()) {
            throw new RejectedExecutionException(this + " is not started, but in state: " + getStatus());
        }
        PollSession current = session;
        long began = current.timing().nanoTime();
        if (!acquireTurn(timeout, isLimited)) {
            return null;
        }
        try {
            Exchange exchange = poll(current, isLimited ? remaining(current, began, timeout) : null);
            while (exchange == null && pause(current, remaining(current, began, timeout))) {
                exchange = poll(current, remaining(current, began, timeout));
            }
            return exchange;
        } finally {
            if (current.isEnded()) {
                current.release();
            }
            turn.unlock();
        }
    }

    private boolean acquireTurn(Duration timeout, boolean isLimited) {
        try {
            if (isLimited) {
                return turn.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
            }
            turn.lockInterruptibly();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration remaining(PollSession current, long began, Duration timeout) {
        return timeout.minusNanos(current.timing().nanoTime() - began);
    }

    /**
     * @param longest {@code null} for as long as it takes
     * @return {@code null} when there is no event, or the poll failed
     */
    private Exchange poll(PollSession current, Duration longest) {
        current.waitTimeout(longest);
        try {
            List<RecordEvent> found = current.begin() ? current.next(1) : List.of();
            if (found.isEmpty()) {
                return null;
            }
            Exchange exchange = endpoint.createExchange();
            current.fill(exchange, found.get(0));
            current.acknowledge(found.get(0));
            return exchange;
        } catch (PollAbandonedException e) {
            LOG.debug("{}: {}", endpoint, e.getMessage());
        } catch (StateConflictException e) {
            current.conflict(e);
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("Polling failed; the next poll goes on", current.failure(e));
        } finally {
            current.waitTimeout(null);
        }
        return null;
    }

    /** Waits until the next poll; whether there is time for one. */
    private boolean pause(PollSession current, Duration remaining) {
        Duration delay = Duration.ofMillis(endpoint.getPollConfiguration().getDelay());
        if (remaining.isNegative() || remaining.isZero() || current.isEnded()) {
            return false;
        }
        Duration time = delay.compareTo(remaining) < 0 ? delay : remaining;
        CompletableFuture<Void> over = current.timing().after(time);
        pause = over;
        try {
            if (!current.isEnded()) {
                over.get(FOREVER.toDays(), TimeUnit.DAYS);
            }
            return !current.isEnded() && delay.compareTo(remaining) < 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // The consumer or its client stops.
            return false;
        } finally {
            over.cancel(false);
            pause = null;
        }
    }
}
