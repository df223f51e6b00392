package io.github.camelontraport;

import java.util.Map;

/** A sync that ended before its time. Its cause says why. Run the same input again to go on. */
public class OntraportSyncException extends OntraportException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> report;

    OntraportSyncException(Failure failure, Map<String, Object> report) {
        super(failure, "The sync ended: " + failure.cause().getMessage() + ". Until then: " + report);
        this.report = report;
    }

    /** What was done until then, with the keys of the body of a sync that ends well. */
    public Map<String, Object> getReport() {
        return report;
    }
}
