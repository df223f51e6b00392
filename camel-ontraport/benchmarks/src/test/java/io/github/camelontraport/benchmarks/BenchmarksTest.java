package io.github.camelontraport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That every scenario runs with every candidate. Only counts are held to anything, never times. */
class BenchmarksTest {

    @TempDir
    private Path folder;

    @Test
    void allScenariosRunAndRequestsAreAsFewAsPromised() throws IOException {
        Path report = folder.resolve("benchmarks.md");

        Benchmarks.run("quick", report);

        List<String> lines = Files.readAllLines(report);
        assertThat(lines).contains("| ontraport: | 21 | 1001 | 5 | 20 |").anySatisfy(line -> assertThat(line)
                .startsWith("| ontraport: | 10,")
                .endsWith("| 0.00 |"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("| sync, into an empty account | 204 | 1."))
                .anySatisfy(line ->
                        assertThat(line).startsWith("| sync, into an account that has nine tenths of the rows | 24 |"))
                .contains("| sync, once more, nothing changed | 0 | 0.00 |")
                .anySatisfy(line ->
                        assertThat(line).startsWith("| http: by hand, upsert of each row, each time | 200 | 1."));
        assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Cost of an exchange",
                        "## Typed values and labels",
                        "## Throughput",
                        "## Webhook deliveries",
                        "## API requests",
                        "## Share of the quota in an hour",
                        "## Bringing 200 rows into an account",
                        "## Reading many, record by record",
                        "## Polling 2,000 records",
                        "## Watching 2,000 ids for deletions",
                        "## Endpoints made from messages",
                        "## Start of a program",
                        "## Targets");
        assertThat(lines.stream().filter(line -> line.startsWith("| CPU,") || line.startsWith("| allocation,")))
                .hasSize(9);
    }
}
