package io.github.camelontraport.examples.quickstart;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Counts what became of the rows; the route tells it. Thread-safe, as the route goes on with a row on another thread. */
public final class ImportReport {

    private static final int PROGRESS_EVERY = 50;

    private final Instant start = Instant.now();
    private final List<Map<String, String>> refusals = new ArrayList<>();
    private int rows;
    private int created;
    private int merged;
    private int requests;
    private boolean stopped;
    private boolean ended;

    public synchronized void upserted(@Header(OntraportConstants.CREATED) boolean isNew) {
        if (isNew) {
            created++;
        } else {
            merged++;
        }
    }

    /** Keeps the row, which the message still holds after a failure, with the reason as a further column. */
    public synchronized void refused(
            @Body Map<String, String> row, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception caught) {
        Map<String, String> refusal = new LinkedHashMap<>(row);
        refusal.put("reason", reason(caught));
        refusals.add(refusal);
    }

    /** Whatever became of the row, its requests are used; there is no number of them when it was not even tried. */
    public synchronized void rowDone(@Header(OntraportConstants.REQUESTS) Integer requestsUsed) {
        rows++;
        requests += requestsUsed == null ? 0 : requestsUsed;
    }

    /** @return why, in the words of what went wrong and not of the splitter, which wraps it */
    public synchronized String stopped(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception caught) {
        stopped = true;
        return caught instanceof CamelExchangeException ? caught.getCause().getMessage() : caught.getMessage();
    }

    /** @return what it all came to */
    public synchronized String end() {
        ended = true;
        return String.format(Locale.ROOT, """

                Rows read         %5d
                Contacts created  %5d
                Contacts merged   %5d
                Rows refused      %5d
                API requests used %5d
                Seconds           %7.1f""",
                rows, created, merged, refusals.size(), requests,
                Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }

    public synchronized boolean isProgressDue() {
        return rows % PROGRESS_EVERY == 0;
    }

    public synchronized String progress() {
        return String.format(Locale.ROOT, "%5d rows: %d created, %d merged, %d refused",
                rows, created, merged, refusals.size());
    }

    public synchronized List<Map<String, String>> refusals() {
        return List.copyOf(refusals);
    }

    /** Whether the whole file was read and all that was refused is kept. */
    public synchronized boolean isComplete() {
        return ended && !stopped;
    }

    public synchronized int rows() {
        return rows;
    }

    public synchronized int created() {
        return created;
    }

    public synchronized int merged() {
        return merged;
    }

    public synchronized int requests() {
        return requests;
    }

    /** The API's own words, if it said any. */
    private static String reason(Exception caught) {
        return caught instanceof OntraportException failure && failure.getApiText() != null
                ? failure.getApiText() : caught.getMessage();
    }
}
