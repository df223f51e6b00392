package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.fault.FaultKind;
import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings;
import io.github.camelontraport.campaign.world.Leaks;
import io.github.camelontraport.campaign.world.PollWorld;
import io.github.camelontraport.campaign.world.ProduceWorld;
import io.github.camelontraport.campaign.world.PushWorld;
import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.SyncWorld;
import io.github.camelontraport.campaign.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A world with one kind of fault. */
record WorldRun(Side side, FaultKind kind, long seed) {

    /** In real time. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** In memory where that is possible, as every step of a poll is forced to the disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    Findings run() {
        long sockets = Leaks.sockets();
        CompletableFuture<Findings> result = new CompletableFuture<>();
        Path folder = folder();
        ThreadGroup group = new ThreadGroup(WorldThreads.OWN + seed);
        Thread thread = new Thread(
                group,
                () -> {
                    try {
                        result.complete(world(folder, new WorldThreads(group)).run(kind.fault()));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                WorldThreads.OWN + "world");
        thread.start();
        Findings findings = await(thread, result);
        Leaks.checkSockets(sockets, findings);
        delete(folder);
        return findings;
    }

    private static Findings await(Thread thread, CompletableFuture<Findings> result) {
        try {
            thread.join(LONGEST.toMillis());
            if (result.isDone()) {
                return result.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Findings stuck = new Findings();
        StringBuilder stack = new StringBuilder();
        for (StackTraceElement frame : thread.getStackTrace()) {
            stack.append("\n    ").append(frame);
        }
        stuck.add(Findings.Kind.STUCK, "The world does not end:" + stack);
        thread.interrupt();
        return stuck;
    }

    private World world(Path folder, WorldThreads threads) {
        return switch (side) {
            case POLL -> new PollWorld(seed, folder, threads);
            case PRODUCE -> new ProduceWorld(seed, folder, threads);
            case PUSH -> new PushWorld(seed, folder, threads);
            case SYNC -> new SyncWorld(seed, folder, threads);
        };
    }

    /** How to run it again. */
    String options() {
        return "--side " + side + " --fault '" + kind.name() + "' --world " + seed;
    }

    private static Path folder() {
        try {
            return Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "campaign")
                    : Files.createTempDirectory("campaign");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
