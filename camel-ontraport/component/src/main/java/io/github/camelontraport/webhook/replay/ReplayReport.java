package io.github.camelontraport.webhook.replay;

/**
 * What came of reading back missed deliveries.
 *
 * @param found   missed ones in the part of the log that was not read before
 * @param fresh   those of them that the route got and succeeded with; the rest it had before
 * @param failed  those that the route failed for again; the next repair offers them again
 * @param gap     why some may still be missing; {@code null} when nothing says so
 * @param isFirst whether no earlier repair is known, so that there may have been others before the log begins
 */
public record ReplayReport(int found, int fresh, int failed, String gap, boolean isFirst) {

    /** Whether somebody should look into it. */
    public boolean isBad() {
        return gap != null || failed > 0;
    }

    @Override
    public String toString() {
        return found + " missed deliveries in the log, " + fresh + " were new"
                + (failed == 0 ? "" : ", " + failed + " failed again")
                + (gap != null
                        ? "; some may still be missing: " + gap
                        : isFirst
                                ? "; no earlier repair is known, and the log reaches back "
                                        + MissedDeliveryReplayer.FAILURES_KEPT.toDays() + " days"
                                : "");
    }
}
