package io.github.camelontraport.campaign.world;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.campaign.world.Findings.Kind;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Holds the outcome of each exchange to the account. Thread-safe until the comparison. */
final class ProduceModel {

    private static final int CONTACTS = 0;
    private static final int TAG_ROWS = 138;

    private final OntraportSandbox account;
    private final Findings findings;
    private final Excuses excuses;
    private final Queue<ProducedCall> calls = new ConcurrentLinkedQueue<>();

    ProduceModel(OntraportSandbox account, Findings findings, Excuses excuses) {
        this.account = account;
        this.findings = findings;
        this.excuses = excuses;
    }

    void add(ProducedCall call) {
        calls.add(call);
    }

    boolean isOver() {
        return calls.stream().noneMatch(ProducedCall::isOpen);
    }

    void compare() {
        Map<String, Long> byName = account.records(CONTACTS).stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.get("firstname")), Collectors.counting()));
        Set<String> tagged = account.records(TAG_ROWS).stream()
                .map(row -> row.get("object_id").toString())
                .collect(Collectors.toSet());
        for (ProducedCall call : calls) {
            if (call.callbacks() > 1) {
                findings.add(Kind.REPEATED, "callback: " + call);
            } else if (call.isOpen()) {
                findings.add(Kind.STUCK, call.toString());
            } else {
                compare(call, byName.getOrDefault(call.marker(), 0L), tagged);
            }
        }
    }

    private void compare(ProducedCall call, long written, Set<String> tagged) {
        findings.done();
        switch (call.operation()) {
            case CREATE, UPSERT -> compareWritten(call, written);
            case UPDATE -> holds(call, written == 1);
            case DELETE -> holds(call, account.find(CONTACTS, call.record()).isEmpty());
            case TAG -> holds(call, tagged.contains(Long.toString(call.record())));
            case GET ->
                holds(
                        call,
                        isNoneThere(call)
                                || isRecord(call, call.exchange().getMessage().getBody()));
            case SEARCH ->
                holds(
                        call,
                        call.exchange().getMessage().getBody() instanceof List<?> found
                                && found.size() == 1
                                && isRecord(call, found.get(0)));
        }
    }

    private static boolean isRecord(ProducedCall call, Object body) {
        return body instanceof Map<?, ?> record
                && String.valueOf(record.get("id")).equals("" + call.record());
    }

    /** A server that says so is believed. */
    private static boolean isNoneThere(ProducedCall call) {
        return call.exchange().getMessage().getBody() == null
                && Integer.valueOf(404)
                        .equals(call.exchange().getMessage().getHeader(OntraportConstants.HTTP_STATUS, Integer.class));
    }

    private void holds(ProducedCall call, boolean isSo) {
        if (!call.isOfDeadProgram() && call.succeeded() && !isSo) {
            findings.add(Kind.LOST, call.toString());
        }
    }

    private void compareWritten(ProducedCall call, long written) {
        if (written > 1 && call.operation() == ProducedCall.Operation.CREATE && excuses.since(call.began())) {
            findings.again();
        } else if (written > 1) {
            findings.add(Kind.REPEATED, written + " times " + call);
        }
        if (call.isOfDeadProgram()) {
            return;
        }
        holds(call, written > 0);
        if (call.operation() == ProducedCall.Operation.CREATE && call.surelyFailed() && written > 0) {
            findings.add(Kind.LOST, "said to have failed, and done: " + call);
        }
    }
}
