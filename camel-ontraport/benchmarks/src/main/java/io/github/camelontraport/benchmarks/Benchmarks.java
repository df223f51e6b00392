package io.github.camelontraport.benchmarks;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.scenario.Scenario;
import io.github.camelontraport.benchmarks.scenario.Scenarios;
import io.github.camelontraport.benchmarks.scenario.Size;
import io.github.camelontraport.benchmarks.scenario.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures all scenarios with all candidates in processes of their own, prints the report and writes it as Markdown. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes the size, {@code full} or {@code quick}, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        run(arguments[0], Path.of(arguments[1]));
    }

    static void run(String sizeName, Path file) throws IOException {
        Size size = Size.of(sizeName);
        Results results = new Results();
        for (int process = 0; process < size.processes(); process++) {
            MeasuringProcess.run(Scenarios.REPEATED, sizeName, results);
        }
        MeasuringProcess.run(Scenarios.ONCE, sizeName, results);
        Report report = new Report();
        Preface.write(report, size);
        for (Scenarios group : Scenarios.values()) {
            for (Scenario scenario : group.all()) {
                scenario.report(report, results, size);
            }
        }
        Targets.report(report, results);
        Files.writeString(file, report.markdown());
    }
}
