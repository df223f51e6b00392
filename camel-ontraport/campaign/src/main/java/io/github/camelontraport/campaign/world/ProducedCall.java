package io.github.camelontraport.campaign.world;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.ObjectHelper;

/** One exchange with one operation on a record that no other exchange names. */
final class ProducedCall {

    /** What it does. */
    enum Operation {
        CREATE,
        UPSERT,
        UPDATE,
        GET,
        SEARCH,
        TAG,
        DELETE
    }

    static final String TAG = "Called";
    /** Set when the operation has succeeded, whatever the route does then. */
    static final String DONE = "campaign.done";

    private final Operation operation;
    private final String marker;
    private final long record;
    private final Program program;
    private final int began;
    private final AtomicInteger callbacks = new AtomicInteger();
    private volatile Exchange exchange;

    /** @param record that is there already, for the operations that need one */
    ProducedCall(Operation operation, String marker, long record, Program program, int began) {
        this.operation = operation;
        this.marker = marker;
        this.record = record;
        this.program = program;
        this.began = began;
    }

    Exchange begin() {
        Exchange made = new DefaultExchange(program.context());
        Map<String, Object> headers = new HashMap<>();
        headers.put(OntraportConstants.OPERATION, operation.name().toLowerCase(Locale.ROOT));
        switch (operation) {
            case CREATE -> made.getMessage().setBody(Map.of("firstname", marker));
            case UPSERT -> made.getMessage().setBody(Map.of("firstname", marker, "email", marker + "@example.com"));
            case UPDATE -> {
                made.getMessage().setBody(Map.of("firstname", marker));
                headers.put(OntraportConstants.RECORD_ID, record);
            }
            case SEARCH -> headers.put(OntraportConstants.CONDITION, "lastname = 'L" + record + "'");
            case TAG -> {
                headers.put(OntraportConstants.RECORD_ID, record);
                headers.put(OntraportConstants.TAGS, TAG);
            }
            default -> headers.put(OntraportConstants.RECORD_ID, record);
        }
        made.getMessage().setHeaders(headers);
        exchange = made;
        return made;
    }

    void calledBack() {
        callbacks.incrementAndGet();
    }

    int callbacks() {
        return callbacks.get();
    }

    boolean isOpen() {
        return callbacks.get() == 0 && !program.isKilled();
    }

    Operation operation() {
        return operation;
    }

    String marker() {
        return marker;
    }

    long record() {
        return record;
    }

    int began() {
        return began;
    }

    boolean isOfDeadProgram() {
        return program.isKilled();
    }

    Exchange exchange() {
        return exchange;
    }

    boolean succeeded() {
        return exchange.getException() == null || exchange.getProperty(DONE) != null;
    }

    /** Whether the component says, or has to say, that nothing was done. */
    boolean surelyFailed() {
        OntraportException failure = ObjectHelper.getException(OntraportException.class, exchange.getException());
        return !succeeded() && (failure == null || !failure.isOutcomeUnknown());
    }

    @Override
    public String toString() {
        return operation + " " + marker + " of record " + record + ": " + callbacks + " callbacks, "
                + exchange.getException() + (succeeded() ? ", succeeded" : surelyFailed() ? ", failed" : ", unclear");
    }
}
