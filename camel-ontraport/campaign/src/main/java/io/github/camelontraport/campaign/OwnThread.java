package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.support.ExceptionHelper;
import org.apache.camel.util.FileUtil;

/** Runs a world on a thread and in a folder of its own. However the world ends, there are findings, and no folder. */
final class OwnThread {

    /** In memory where that is possible, as every step of a poll is forced to the disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private OwnThread() {}

    /** A world that has a folder and threads. */
    @FunctionalInterface
    interface Work {
        Findings run(Path folder, WorldThreads threads) throws Exception;
    }

    /** @param longest in real time; zero for as long as it takes */
    static Findings run(String name, Duration longest, Work work) {
        Path folder = folder();
        ThreadGroup group = new ThreadGroup(WorldThreads.OWN + name);
        AtomicReference<Findings> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                group,
                () -> {
                    try {
                        result.set(work.run(folder, new WorldThreads(group)));
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                WorldThreads.OWN + "world");
        thread.start();
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Findings findings = result.get();
        if (findings == null) {
            findings = broken(thread, failure.get());
        }
        FileUtil.removeDir(folder.toFile());
        return findings;
    }

    private static Findings broken(Thread thread, Throwable failure) {
        Findings findings = new Findings();
        if (failure != null) {
            findings.add(Findings.Kind.STUCK, "The world ended with " + ExceptionHelper.stackTraceToString(failure));
            return findings;
        }
        StringBuilder stack = new StringBuilder();
        for (StackTraceElement frame : thread.getStackTrace()) {
            stack.append("\n    ").append(frame);
        }
        findings.add(Findings.Kind.STUCK, "The world does not end:" + stack);
        thread.interrupt();
        return findings;
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
}
