package io.github.camelontraport.webhook.replay;

/**
 * The result of a replay.
 *
 * @param found    missed deliveries in the part of the log that had not been read before
 * @param replayed those of them that the route has processed now; the rest it had processed before
 * @param failed   those of them that failed again; the next replay tries them again
 * @param gap      why deliveries may still be missing; {@code null} when there is no sign of that
 * @param isFirst  whether no earlier replay is known; then deliveries may have been missed before the log begins
 */
public record ReplayReport(int found, int replayed, int failed, String gap, boolean isFirst) {

    /** Whether an operator should look into it. */
    public boolean needsAttention() {
        return gap != null || failed > 0;
    }

    @Override
    public String toString() {
        return found + " missed deliveries in the log, " + replayed + " were new"
                + (failed == 0 ? "" : ", " + failed + " failed again")
                + (gap != null
                        ? "; some may still be missing: " + gap
                        : isFirst
                                ? "; no earlier repair is known, and the log reaches back "
                                        + WebhookLogReader.FAILURE_RETENTION.toDays() + " days"
                                : "");
    }
}
