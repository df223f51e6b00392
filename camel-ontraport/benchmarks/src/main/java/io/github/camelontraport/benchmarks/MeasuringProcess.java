package io.github.camelontraport.benchmarks;

import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.scenario.Environment;
import io.github.camelontraport.benchmarks.scenario.Scenario;
import io.github.camelontraport.benchmarks.scenario.Scenarios;
import io.github.camelontraport.benchmarks.scenario.Size;
import io.github.camelontraport.benchmarks.server.JavaProgram;
import io.github.camelontraport.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM that measures a group of scenarios against a server of its own, and leaves the results in a file. */
public final class MeasuringProcess {

    private MeasuringProcess() {}

    /** Takes the group, the name of the size, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        Results results = new Results();
        try (ServerProcess server = ServerProcess.start()) {
            Environment environment = new Environment(Size.of(arguments[1]), server);
            for (Scenario scenario : Scenarios.valueOf(arguments[0]).all()) {
                scenario.measure(environment, results);
            }
        }
        results.write(Path.of(arguments[2]));
        // Threads of libraries that are still ending are not waited for.
        System.exit(0);
    }

    /** Runs such a JVM to its end and adds what it measured. */
    static void run(Scenarios group, String size, Results results) throws IOException {
        Path file = Files.createTempFile("benchmarks", ".results");
        try {
            Process process = JavaProgram.of(
                            MeasuringProcess.class,
                            // Otherwise the CPU time of a compiler thread that ended counts as that of the scenario.
                            "-XX:-UseDynamicNumberOfCompilerThreads",
                            "-Xms512m",
                            "-Xmx512m")
                    .start(group.name(), size, file.toString());
            int status = JavaProgram.awaitEnd(process);
            if (status != 0) {
                throw new IllegalStateException("The process that measures ended with status " + status);
            }
            results.addAll(file);
        } finally {
            Files.delete(file);
        }
    }
}
