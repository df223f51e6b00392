package io.github.camelontraport.examples.quickstart;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Counts what became of the rows and contacts; the routes tell it. Thread-safe, as they go on on other threads. */
public final class Report {

    private static final int ROWS_A_LINE = 50;
    private static final int TAGGED_A_LINE = 100;

    private final Instant start = Instant.now();
    private final List<Map<String, String>> refusals = new ArrayList<>();
    private final Set<String> untagged = new HashSet<>();
    private String lastTagged;
    private int rows;
    private int created;
    private int merged;
    private int tagged;
    private int requests;
    private boolean stopped;
    private boolean imported;
    private boolean watched;

    public synchronized void upserted(
            @Header(OntraportConstants.CREATED) boolean isNew, @Header(OntraportConstants.OBJECT_ID) String id) {
        if (isNew) {
            created++;
            untagged.add(id);
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

    public synchronized void tagged(
            @Body Map<String, Object> contact, @Header(OntraportConstants.REQUESTS) int requestsUsed) {
        tagged++;
        lastTagged = contact.get("id").toString();
        untagged.remove(lastTagged);
        requests += requestsUsed;
    }

    /** @return why, in the words of what went wrong and not of the splitter, which wraps it */
    public synchronized String stopped(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception caught) {
        stopped = true;
        return caught instanceof CamelExchangeException ? caught.getCause().getMessage() : caught.getMessage();
    }

    public synchronized void stopped() {
        stopped = true;
    }

    /** The file was read to its end, or to where the import stopped, and all that was refused is kept. */
    public synchronized void imported() {
        imported = true;
    }

    /** The watcher has seen what the import created, as far as the account shows it. */
    public synchronized void watched() {
        watched = true;
    }

    /** @param requestsInAll empty when only those of the messages are known */
    public synchronized String summary(OptionalInt requestsInAll) {
        return String.format(
                Locale.ROOT,
                """

                Rows read         %5d
                Contacts created  %5d
                Contacts merged   %5d
                Rows refused      %5d
                Contacts tagged   %5d
                API requests used %5d%s
                Seconds           %7.1f""",
                rows,
                created,
                merged,
                refusals.size(),
                tagged,
                requestsInAll.orElse(requests),
                requestsInAll.isPresent() ? "" : ", and those that looked for new contacts",
                Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }

    public synchronized boolean isRowProgressDue() {
        return rows % ROWS_A_LINE == 0;
    }

    public synchronized String rowProgress() {
        return String.format(
                Locale.ROOT, "%5d rows: %d created, %d merged, %d refused", rows, created, merged, refusals.size());
    }

    public synchronized boolean isTagProgressDue() {
        return tagged % TAGGED_A_LINE == 0;
    }

    public synchronized String tagProgress() {
        return String.format(Locale.ROOT, "%5d contacts tagged", tagged);
    }

    public synchronized List<Map<String, String>> refusals() {
        return List.copyOf(refusals);
    }

    /** Whether nothing went wrong on the way. */
    public synchronized boolean isComplete() {
        return imported && watched && !stopped;
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

    public synchronized int tagged() {
        return tagged;
    }

    /** How many of the contacts that the import created have not come to the watcher. */
    public synchronized int untagged() {
        return untagged.size();
    }

    /** @return {@code null} before the first */
    public synchronized String lastTagged() {
        return lastTagged;
    }

    public synchronized int requests() {
        return requests;
    }

    /** The API's own words, if it said any. */
    private static String reason(Exception caught) {
        return caught instanceof OntraportException failure && failure.getApiText() != null
                ? failure.getApiText()
                : caught.getMessage();
    }
}
