package io.github.camelontraport.kill;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeoutException;

/** Another JVM, to be killed. Every line that it printed before arrives, and whole. */
final class ChildProcess implements AutoCloseable {

    /** Longest that anything of a child may take, on the busiest machine. */
    private static final int PATIENCE_SECONDS = 120;

    private static final int SIGKILL_STATUS = 128 + 9;
    /** Without a buffer. */
    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Process process;
    private final Path errors;
    /** A phase for each line; terminated when there are no more. */
    private final Phaser lines = new Phaser(1);

    private final Thread reader;
    private volatile Throwable unread;

    /** @param errors where its standard error goes */
    ChildProcess(ProcessBuilder builder, Path errors, Lines sink) throws IOException {
        this.errors = errors;
        this.process = builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        this.reader = new Thread(() -> read(sink), "lines of " + process.pid());
        reader.setUncaughtExceptionHandler((thread, e) -> unread = e);
        reader.start();
    }

    /** Takes the lines that a child prints. */
    @FunctionalInterface
    interface Lines {

        void take(String line);
    }

    private void read(Lines sink) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                sink.take(line);
                lines.arrive();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lines.forceTermination();
        }
    }

    /** Kills it at that moment, as kill -9 does. */
    void killAt(KillMoment moment) throws Exception {
        if (moment.lines() == 0) {
            process.waitFor(moment.nanos(), NANOSECONDS);
        } else {
            awaitLines(moment.lines());
            long from = System.nanoTime();
            while (System.nanoTime() - from < moment.nanos()) {
                Thread.onSpinWait();
            }
        }
        // Not by the process itself, which would close the pipe although there may be lines in it.
        process.toHandle().destroyForcibly();
        assertThat(ended())
                .as("status of a child that was killed; its errors:%n%s", errors())
                .isEqualTo(SIGKILL_STATUS);
    }

    /** Kills it now. */
    void kill() throws Exception {
        killAt(new KillMoment(0, 0));
    }

    /** Stops it in the middle of whatever it does, until it is resumed. */
    void pause() throws Exception {
        signal("STOP");
    }

    void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits for so many lines in all, or the end. */
    void awaitLines(int count) throws Exception {
        for (int line = 0; line < count && !lines.isTerminated(); line++) {
            try {
                lines.awaitAdvanceInterruptibly(line, PATIENCE_SECONDS, SECONDS);
            } catch (TimeoutException e) {
                throw new AssertionError("A child printed " + line + " lines and no more; its errors:\n" + errors(), e);
            }
        }
    }

    /** Lets it end by itself. */
    void end() throws Exception {
        process.getOutputStream().close();
        assertThat(ended())
                .as("status of a child that is to end; its errors:%n%s", errors())
                .isZero();
    }

    private int ended() throws Exception {
        assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).as("ended").isTrue();
        reader.join();
        assertThat(unread).as("what went wrong with its lines").isNull();
        return process.exitValue();
    }

    /** The end of what it and those before it in its folder wrote to their standard error. */
    String lastErrors() throws IOException {
        String all = errors();
        return all.substring(Math.max(0, all.length() - 1500));
    }

    private String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** In a child: one write, which a kill cannot halve, as a pipe takes or leaves so little as a whole. */
    static void print(String line) throws IOException {
        OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** In a child: waits for {@link #end}, or for the end of the parent, so that none is left behind. */
    static void untilTold() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is ever sent.
        }
    }
}
