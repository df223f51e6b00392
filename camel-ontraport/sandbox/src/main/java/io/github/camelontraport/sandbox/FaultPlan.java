package io.github.camelontraport.sandbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The faults that are still to come, in the order they were asked for. Thread-safe. */
final class FaultPlan {

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(String method, String pathPrefix, int times, Fault fault) {
        entries.add(new Entry(method, pathPrefix, fault, times));
    }

    /** The first fault that fits a request, which uses it up by one. */
    synchronized Fault take(String method, String path) {
        for (Iterator<Entry> candidates = entries.iterator(); candidates.hasNext();) {
            Entry entry = candidates.next();
            if (entry.fits(method, path)) {
                if (entry.useUp()) {
                    candidates.remove();
                }
                return entry.fault;
            }
        }
        return Fault.NONE;
    }

    synchronized void clear() {
        entries.clear();
    }

    private static final class Entry {

        private final String method;
        private final String pathPrefix;
        private final Fault fault;
        private int left;

        Entry(String method, String pathPrefix, Fault fault, int left) {
            this.method = method;
            this.pathPrefix = pathPrefix;
            this.fault = fault;
            this.left = left;
        }

        boolean fits(String requestMethod, String path) {
            return (method == null || method.equalsIgnoreCase(requestMethod))
                    && (pathPrefix == null || path.equals(pathPrefix) || path.startsWith(pathPrefix + "/"));
        }

        boolean useUp() {
            return left != SandboxFaultScope.ALWAYS && --left == 0;
        }
    }
}
