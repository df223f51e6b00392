package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.world.Findings;
import io.github.camelontraport.campaign.world.LongWorld;
import java.io.PrintStream;
import java.time.Duration;

/** One program that polls, writes and syncs for hours of virtual time, with samples of what it holds. */
final class LongRun {

    private final PrintStream out;

    LongRun(PrintStream out) {
        this.out = out;
    }

    /** @return whether nothing is wrong */
    boolean run(double hours, long seed) {
        out.printf("%nLong run of %s hours with seed %d%n%n", hours, seed);
        Findings findings = OwnThread.run(
                "long", Duration.ZERO, (folder, threads) -> new LongWorld(seed, folder, threads, hours, out)
                        .run(world -> {}));
        out.printf("%n%s of virtual time: %s%n", Duration.ofMinutes((long) (hours * 60)), findings);
        return findings.isClean();
    }
}
