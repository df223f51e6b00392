package io.github.camelontraport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.benchmarks.scenario.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That every scenario runs with every candidate. Only counts are held to anything, never times. */
class BenchmarksTest {

    @TempDir
    private Path folder;

    @Test
    void allScenariosRunAndRequestsAreAsFewAsPromised() throws IOException {
        Path report = folder.resolve("benchmarks.md");

        Benchmarks.run(Size.QUICK, report);

        assertThat(Files.readAllLines(report))
                .contains("| ontraport: | 21 | 1001 | 5 | 20 |")
                .anySatisfy(line ->
                        assertThat(line).startsWith("| ontraport: | 10,").endsWith("| 0.00 |"))
                .filteredOn(line -> line.startsWith("|") && line.contains("ontraport:"))
                .hasSize(8);
    }
}
