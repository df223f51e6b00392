package io.github.camelontraport.benchmarks;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.scenario.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;

/** What was measured, with what, on what. */
final class Preface {

    private Preface() {}

    static void write(Report report, Size size) {
        report.text("# Benchmarks");
        report.text(
                "Written by `./mvnw -q -Pbenchmarks -pl camel-ontraport/benchmarks -am compile`. What is measured in rounds was "
                        + "measured in " + size.processes()
                        + " JVMs one after the other; in each, all candidates took turns, each round "
                        + "beginning with another one. The server that they talk to ran in a JVM of its own. `http: by hand` is a route of "
                        + "the http: component, Jackson and Camel's patterns; `httpclient5 async` is Apache HttpClient 5 with Jackson, "
                        + "the library on which the component's transport stands: the floor, a program without limit, retries or checks. "
                        + "rest-openapi: is not among them: camel-rest-openapi "
                        + "does not resolve where this was measured, and it needs an OpenAPI document of the API, which the project has not.");
        report.text("Java " + Runtime.version() + ", Camel " + new DefaultCamelContext().getVersion() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, " + processor() + ".");
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("processor unknown");
        } catch (IOException e) {
            return "processor unknown";
        }
    }
}
