package io.github.camelontraport.operation.record;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.page.Pages;
import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records as a stream that holds a page or two: while one page is read the next is already on its way. Reading waits
 * for a page that has not come; a page that fails throws its {@code ApiException} from {@link #hasNext} and
 * {@link #next}. May be read on any thread, by one at a time, and closed from any.
 */
public final class RecordIterator implements Iterator<Map<String, Object>>, Closeable {

    private static final Pages NO_MORE = new Pages() {

        @Override
        public CompletionStage<List<Map<String, Object>>> next() {
            throw new NoSuchElementException();
        }

        @Override
        public boolean hasNext() {
            return false;
        }
    };

    private final ReentrantLock lock = new ReentrantLock();
    private final CallContext callContext;
    private Pages pages;
    /** Closed while there was more to read. */
    private boolean cutShort;

    private Iterator<Map<String, Object>> page;
    private volatile CompletableFuture<List<Map<String, Object>>> ahead;
    private volatile boolean closed;

    private RecordIterator(Pages pages, CallContext callContext, List<Map<String, Object>> first) {
        this.pages = pages;
        this.callContext = callContext;
        this.page = first.iterator();
    }

    /**
     * Completes when the first page is there, so that a refused reading fails before it is handed out.
     *
     * @param callContext what the pages are read for, and nothing else
     */
    static CompletionStage<RecordIterator> open(Pages pages, CallContext callContext) {
        return pages.hasNext()
                ? pages.next().thenApply(first -> new RecordIterator(pages, callContext, first))
                : CompletableFuture.completedFuture(new RecordIterator(pages, callContext, List.of()));
    }

    @Override
    public boolean hasNext() {
        lock.lock();
        try {
            return advance();
        } finally {
            release();
            lock.unlock();
        }
    }

    @Override
    public Map<String, Object> next() {
        lock.lock();
        try {
            if (!advance()) {
                throw new NoSuchElementException();
            }
            return page.next();
        } finally {
            release();
            lock.unlock();
        }
    }

    /** Waits for a page with records, unless this one has more; whether there is one. */
    private boolean advance() {
        fetchAhead();
        while (!closed && !page.hasNext() && ahead != null) {
            page = await(ahead).iterator();
            ahead = null;
            fetchAhead();
        }
        if (closed && (cutShort || isMore())) {
            throw closedEarly();
        }
        return page.hasNext();
    }

    private boolean isMore() {
        return page.hasNext() || ahead != null || pages.hasNext();
    }

    /** An exchange may keep many streams until its end: one that was closed, or read to its end, holds no records. */
    private void release() {
        boolean more = isMore();
        if (closed || !more) {
            cutShort |= more;
            page = Collections.emptyIterator();
            ahead = null;
            pages = NO_MORE;
        }
    }

    private void fetchAhead() {
        if (!closed && ahead == null && pages.hasNext()) {
            ahead = pages.next().toCompletableFuture();
            if (closed) {
                // Closed by another thread meanwhile, which did not see the page.
                takeBack(ahead);
            }
        }
    }

    private static List<Map<String, Object>> await(CompletableFuture<List<Map<String, Object>>> page) {
        try {
            return page.get();
        } catch (CancellationException e) {
            throw closedEarly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the next page of records", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }

    private static IllegalStateException closedEarly() {
        return new IllegalStateException(
                "This stream of records was closed, with its exchange or by hand, before its end; "
                        + "read it inside the route, or without streaming");
    }

    /** Ends the stream for a reader that waits, too, and takes back a page that has not been asked for yet. Reading on fails, as an end would look like the last record. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<List<Map<String, Object>>> waitedFor = ahead;
        if (waitedFor != null) {
            takeBack(waitedFor);
        }
        // A reader that holds the lock releases the rest itself.
        if (lock.tryLock()) {
            try {
                release();
            } finally {
                lock.unlock();
            }
        }
    }

    private void takeBack(CompletableFuture<List<Map<String, Object>>> page) {
        page.cancel(false);
        callContext.cancelWaiting();
    }
}
