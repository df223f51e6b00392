package io.github.camelontraport.benchmarks;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.scenario.ExchangeCost;
import io.github.camelontraport.benchmarks.scenario.Quota;
import io.github.camelontraport.benchmarks.scenario.RequestCounts;
import io.github.camelontraport.benchmarks.scenario.Size;
import io.github.camelontraport.benchmarks.scenario.Streams;
import io.github.camelontraport.benchmarks.scenario.Throughput;
import io.github.camelontraport.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs all scenarios with all candidates, prints what was measured and writes it as Markdown. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes the size, {@code full} or {@code quick}, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        run(arguments[0].equals("quick") ? Size.QUICK : Size.FULL, Path.of(arguments[1]));
    }

    static void run(Size size, Path file) throws IOException {
        Report report = new Report();
        Preface.write(report);
        RequestCounts.run(report);
        Quota.run(report, size);
        try (ServerProcess server = ServerProcess.start()) {
            ExchangeCost.run(report, server, size);
            Streams.run(report, server, size);
            Throughput.run(report, server, size);
        }
        Files.writeString(file, report.markdown());
    }
}
