package io.github.camelontraport.campaign.world;

import io.github.camelontraport.OntraportConstants;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;

/** What happened to the contacts of an account, and what a poll delivered of it. Thread-safe. */
final class PollModel {

    /** The field that numbers the versions of a contact. */
    static final String VERSION = "firstname";

    private final String event;
    private final Findings findings;
    private final Excuses excuses;
    private final Map<Long, Integer> living = new TreeMap<>();
    private final Set<Long> owedDeletions = new HashSet<>();
    private final Set<Long> deleted = new HashSet<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<Long, Set<String>> delivered = new HashMap<>();

    PollModel(String event, Findings findings, Excuses excuses) {
        this.event = event;
        this.findings = findings;
        this.excuses = excuses;
    }

    synchronized void wrote(long id, int version) {
        living.put(id, version);
    }

    /** @param isOwed whether a poll must have known it */
    synchronized void deleted(long id, boolean isOwed) {
        living.remove(id);
        deleted.add(id);
        if (isOwed) {
            owedDeletions.add(id);
        }
    }

    synchronized Map<Long, Integer> living() {
        return new TreeMap<>(living);
    }

    /** An exchange in which the route did all of its work. */
    synchronized void delivered(Exchange exchange) {
        long id = exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID, Long.class);
        String key = exchange.getMessage().getHeader(OntraportConstants.DELIVERY_KEY, String.class);
        Integer before = keys.put(key, excuses.now());
        if (before == null) {
            findings.done();
        } else if (excuses.since(before)) {
            findings.again();
        } else {
            findings.add(Findings.Kind.REPEATED, event + " " + key);
        }
        if (event.equals("deleted") && living.containsKey(id)) {
            findings.add(Findings.Kind.LOST, "reported as deleted, and there: " + id);
        }
        delivered.computeIfAbsent(id, none -> new HashSet<>()).add(detail(exchange, key));
    }

    private String detail(Exchange exchange, String key) {
        if (event.equals("tagged")) {
            return key.substring(key.lastIndexOf(':') + 1);
        }
        return exchange.getMessage().getBody() instanceof Map<?, ?> record ? String.valueOf(record.get(VERSION)) : "";
    }

    /** @param tagged record by tag row, of those that are left */
    synchronized void compare(Map<Long, Long> tagged) {
        switch (event) {
            case "created" -> living.keySet().forEach(id -> owed(delivered.containsKey(id), "created " + id));
            case "updated" ->
                living.forEach((id, version) -> owed(
                        delivered.getOrDefault(id, Set.of()).contains("v" + version),
                        "version " + version + " of " + id));
            case "deleted" -> owedDeletions.forEach(id -> owed(delivered.containsKey(id), "deleted " + id));
            default ->
                tagged.forEach((row, id) -> owed(
                        delivered.getOrDefault(id, Set.of()).contains(row.toString()), "tag row " + row + " of " + id));
        }
    }

    private void owed(boolean isThere, String what) {
        if (!isThere) {
            findings.add(Findings.Kind.LOST, what);
        }
    }
}
