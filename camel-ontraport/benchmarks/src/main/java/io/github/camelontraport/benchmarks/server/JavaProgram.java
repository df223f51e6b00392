package io.github.camelontraport.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of this module that is run in a JVM of its own.
 *
 * @param command all but the arguments of the program
 */
public record JavaProgram(List<String> command) {

    public JavaProgram {
        command = List.copyOf(command);
    }

    /** With the class path of this JVM. */
    public static JavaProgram of(Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new JavaProgram(command);
    }

    /** Its errors appear among those of this process; its output is for the caller to read. */
    public Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits, and ends the program when this thread is interrupted. Returns its status. */
    public static int awaitEnd(Process process) throws IOException {
        try {
            process.getInputStream().transferTo(System.out);
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }
}
