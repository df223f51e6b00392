package io.github.camelontraport.verify;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/** Prints findings as they come, and counts them. Not thread-safe. */
final class Report {

    private static final int OUTCOME_WIDTH = 20;

    private final PrintStream out;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    Report(PrintStream out) {
        this.out = out;
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
    }

    void add(Fact fact, Finding finding) {
        counts.merge(finding.outcome(), 1, Integer::sum);
        String outcome = finding.outcome().toString();
        out.println(outcome + " ".repeat(OUTCOME_WIDTH - outcome.length()) + fact.name() + ": " + finding.seen());
        if (finding.outcome() == Outcome.DOES_NOT_HOLD) {
            out.println(" ".repeat(OUTCOME_WIDTH) + "used by " + fact.usedBy() + " (" + fact.source() + ")");
        }
    }

    void printSummary(int requests) {
        out.println();
        counts.forEach((outcome, count) -> out.println(count + " " + outcome));
        out.println(requests + " requests");
    }

    int count(Outcome outcome) {
        return counts.get(outcome);
    }
}
