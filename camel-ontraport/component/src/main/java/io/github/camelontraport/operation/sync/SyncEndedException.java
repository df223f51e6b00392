package io.github.camelontraport.operation.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run that ended before its time. */
public final class SyncEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> report;

    SyncEndedException(Throwable cause, Map<String, Object> report) {
        super(cause.getMessage(), cause);
        this.report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
    }

    /** What was done until then. */
    public Map<String, Object> report() {
        return report;
    }
}
