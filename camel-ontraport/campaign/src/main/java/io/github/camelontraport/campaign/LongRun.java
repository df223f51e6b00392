package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings;
import io.github.camelontraport.campaign.world.LongWorld;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One program that polls, writes and syncs for hours of virtual time, with samples of what it holds. */
final class LongRun {

    private final PrintStream out;

    LongRun(PrintStream out) {
        this.out = out;
    }

    /** @return whether nothing is wrong */
    boolean run(double hours, long seed) {
        out.printf("%nLong run of %s hours with seed %d%n%n", hours, seed);
        ThreadGroup group = new ThreadGroup(WorldThreads.OWN + "long");
        CompletableFuture<Findings> result = new CompletableFuture<>();
        new Thread(
                        group,
                        () -> {
                            try {
                                Path folder = Files.createTempDirectory("campaign-long");
                                result.complete(new LongWorld(seed, folder, new WorldThreads(group), hours, out)
                                        .run(world -> {}));
                            } catch (IOException e) {
                                result.completeExceptionally(new UncheckedIOException(e));
                            }
                        },
                        WorldThreads.OWN + "world")
                .start();
        Findings findings = result.join();
        out.printf("%n%s of virtual time: %s%n", Duration.ofMinutes((long) (hours * 60)), findings);
        return findings.isClean();
    }
}
