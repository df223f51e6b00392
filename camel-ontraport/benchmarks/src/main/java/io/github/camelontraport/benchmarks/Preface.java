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
                "How much CPU, memory and how many API requests the component needs, beside what people would otherwise write. "
                        + "An account answers 180 requests a minute, so for most routes only the "
                        + "[number of requests](#api-requests) matters. This command measures, and writes this page:");
        report.text("```sh\n./mvnw -q -Pbenchmarks -pl camel-ontraport/benchmarks -am compile\n```");
        report.head("Candidate", "What it is");
        report.row("`ontraport:`", "the component");
        report.row("`http: by hand`", "a route with the http: component, Jackson and Camel's patterns");
        report.row(
                "`httpclient5 async`",
                "a program with Apache HttpClient 5, on which the component is built, and Jackson; it has no limit, no retries "
                        + "and no checks, so nothing can be much cheaper");
        report.endTable();
        report.text("The benchmarks run in " + size.processes()
                + " JVMs, one after the other. In each, the candidates take turns, and each round begins with another candidate. "
                + "The server runs in another JVM on the same machine. Values in brackets are the least and the most of all "
                + "rounds. camel-rest-openapi is not compared: it needs an OpenAPI document of the API.");
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
