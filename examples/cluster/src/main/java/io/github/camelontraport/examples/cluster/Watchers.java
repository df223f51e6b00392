package io.github.camelontraport.examples.cluster;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which node watches which account, and which contacts came, as the nodes print it. */
final class Watchers {

    private static final Pattern WATCHES = Pattern.compile("Node (\\d) watches (\\w+)");
    private static final Pattern GOT = Pattern.compile("Node \\d got a contact of (.*)");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final PrintStream out;
    private final Map<String, Integer> nodes = new TreeMap<>();
    private final Set<String> contacts = new TreeSet<>();

    Watchers(PrintStream out) {
        this.out = out;
    }

    /** A line that a node printed. */
    synchronized void take(String line) {
        out.println(line);
        Matcher watches = WATCHES.matcher(line);
        if (watches.matches()) {
            nodes.put(watches.group(2), Integer.parseInt(watches.group(1)));
        }
        Matcher got = GOT.matcher(line);
        if (got.matches()) {
            contacts.add(got.group(1));
        }
        notifyAll();
    }

    synchronized Set<String> accountsOf(int node) {
        return nodes.entrySet().stream()
                .filter(entry -> entry.getValue() == node)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    synchronized void forget(int node) {
        nodes.values().removeIf(watching -> watching == node);
    }

    synchronized void awaitWatched(int accounts) throws Exception {
        await(() -> nodes.size() >= accounts);
    }

    synchronized void awaitContacts(int count) throws Exception {
        await(() -> contacts.size() >= count);
    }

    private interface Condition {

        boolean holds();
    }

    private synchronized void await(Condition condition) throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException(nodes + " watch, and these contacts came: " + contacts);
            }
            wait(left);
        }
    }
}
