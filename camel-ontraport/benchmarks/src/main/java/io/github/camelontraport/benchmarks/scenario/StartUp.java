package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.CamelProgram;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.measure.Samples;
import io.github.camelontraport.benchmarks.server.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** Programs of Camel Main with and without the component, each start in a process of its own. */
final class StartUp implements Scenario {

    private static final String NAME = "start";
    private static final String TIME = "time";
    private static final String RESIDENT = "resident";

    private static final Map<CamelProgram.Kind, String> LABELS = new EnumMap<>(Map.of(
            CamelProgram.Kind.NOTHING,
            "Camel alone, direct:",
            CamelProgram.Kind.HTTP,
            "http:",
            CamelProgram.Kind.ONTRAPORT,
            Candidates.COMPONENT));

    @Override
    public void measure(Environment environment, Results results) {
        JavaProgram program = JavaProgram.of(CamelProgram.class, "-Xmx256m");
        for (int i = 0; i < environment.size().starts(); i++) {
            for (CamelProgram.Kind kind : CamelProgram.Kind.values()) {
                start(program, kind, results);
            }
        }
    }

    private static void start(JavaProgram program, CamelProgram.Kind kind, Results results) {
        try {
            long begin = System.nanoTime();
            Process process = program.start(kind.name());
            BufferedReader out = process.inputReader();
            String resident = out.readLine();
            if (resident == null) {
                throw new IllegalStateException("The program of " + kind + " did not start");
            }
            results.add(System.nanoTime() - begin, NAME, kind.name(), TIME);
            results.add(Double.parseDouble(resident), NAME, kind.name(), RESIDENT);
            JavaProgram.awaitEnd(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Start of a program");
        report.text(
                "Camel Main with one route: the time from the start of the process until the route has started, and the resident "
                        + "memory then. All programs have the same class path, the JVM's default class data sharing and a "
                        + "heap of at most 256 MiB. They take turns; values are the median of " + size.starts()
                        + " starts (least - most).");
        report.head("", "time, ms", "resident, MiB");
        for (CamelProgram.Kind kind : CamelProgram.Kind.values()) {
            Samples resident = results.samples(NAME, kind.name(), RESIDENT);
            report.row(
                    LABELS.get(kind),
                    Report.spread(results.samples(NAME, kind.name(), TIME), 1e6),
                    resident.least() < 0 ? "unknown here" : Report.spread(resident, 1_024));
        }
    }
}
