package io.github.camelontraport.webhook;

/**
 * What came of reading back missed deliveries.
 *
 * @param delivered missed ones that the route has now, or had already
 * @param failed    missed ones that the route failed for again; the next repair offers them again
 * @param gap       why some may still be missing; {@code null} when it is certain that none is
 */
public record RepairReport(int delivered, int failed, String gap) {

    @Override
    public String toString() {
        return delivered + " missed deliveries were read back" + (failed == 0 ? "" : ", " + failed + " more failed again")
                + (gap == null ? "" : "; some may still be missing: " + gap);
    }
}
