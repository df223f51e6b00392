package io.github.camelontraport.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    private Path folder;

    @Test
    void mergesWhatSeveralProcessesMeasured() throws IOException {
        Results all = new Results();
        for (double reading : new double[] {3, 1, 2.5}) {
            Results one = new Results();
            one.add(reading, "cost", "http: by hand", "cpu");
            Path file = folder.resolve("results");
            one.write(file);
            all.addAll(file);
        }

        Samples samples = all.samples("cost", "http: by hand", "cpu");

        assertThat(samples.least()).isEqualTo(1);
        assertThat(samples.median()).isEqualTo(2.5);
        assertThat(samples.most()).isEqualTo(3);
    }

    /** The second round was slow for both: the ratio of the two does not show it. */
    @Test
    void dividesRoundByRound() {
        Results results = new Results();
        for (double factor : new double[] {1, 10, 2}) {
            results.add(3 * factor, "component");
            results.add(6 * factor, "by hand");
        }

        Samples ratio = results.ratio(List.of("component"), List.of("by hand"));

        assertThat(ratio.values()).containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void refusesAFigureThatWasNotMeasured() {
        assertThatThrownBy(() -> new Results().samples("cost", "cpu")).hasMessageContaining("[cost, cpu]");
    }
}
