package io.github.camelontraport.sandbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The faults that are still to come, in the order they were asked for. Thread-safe. */
final class FaultPlan {

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(String method, String pathPrefix, int skip, int times, Fault fault) {
        entries.add(new Entry(method, pathPrefix, fault, skip, times));
    }

    /** The first fault that fits a request, which uses it up by one. The others count the request as one to skip. */
    synchronized Fault take(String method, String path) {
        Fault taken = Fault.NONE;
        for (Iterator<Entry> candidates = entries.iterator(); candidates.hasNext();) {
            Entry entry = candidates.next();
            if (entry.fits(method, path) && !entry.skips() && taken == Fault.NONE) {
                taken = entry.fault;
                if (entry.useUp()) {
                    candidates.remove();
                }
            }
        }
        return taken;
    }

    synchronized void clear() {
        entries.clear();
    }

    private static final class Entry {

        private final String method;
        private final String pathPrefix;
        private final Fault fault;
        private int skip;
        private int left;

        Entry(String method, String pathPrefix, Fault fault, int skip, int left) {
            this.method = method;
            this.pathPrefix = pathPrefix;
            this.fault = fault;
            this.skip = skip;
            this.left = left;
        }

        boolean fits(String requestMethod, String path) {
            return (method == null || method.equalsIgnoreCase(requestMethod))
                    && (pathPrefix == null || path.equals(pathPrefix) || path.startsWith(pathPrefix + "/"));
        }

        /** Whether this request is one to skip, which makes it one fewer. */
        boolean skips() {
            return skip > 0 && skip-- > 0;
        }

        boolean useUp() {
            return left != SandboxFaultScope.ALWAYS && --left == 0;
        }
    }
}
