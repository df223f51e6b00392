package io.github.camelontraport.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Readings of all figures in the order in which they were taken, by names such as scenario, candidate and figure. */
public final class Results {

    private static final String BETWEEN = "\t";

    private final Map<String, List<Double>> readings = new LinkedHashMap<>();

    public void add(double reading, String... names) {
        add(String.join(BETWEEN, names), reading);
    }

    /** Counts, bytes and nanoseconds are far from where a double loses digits. */
    public void add(long reading, String... names) {
        add((double) reading, names);
    }

    private void add(String name, double reading) {
        readings.computeIfAbsent(name, unknown -> new ArrayList<>()).add(reading);
    }

    public Samples samples(String... names) {
        return Samples.of(readings(names));
    }

    /** The readings of one figure divided by those of another that was read in the same rounds. */
    public Samples ratio(List<String> figure, List<String> to) {
        List<Double> above = readings(figure.toArray(String[]::new));
        List<Double> below = readings(to.toArray(String[]::new));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
            ratios.add(above.get(i) / below.get(i));
        }
        return Samples.of(ratios);
    }

    private List<Double> readings(String... names) {
        List<Double> found = readings.get(String.join(BETWEEN, names));
        if (found == null) {
            throw new IllegalStateException("Nothing was measured of " + List.of(names));
        }
        return found;
    }

    /** Adds what another process wrote. */
    public void addAll(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf(BETWEEN);
            add(line.substring(0, end), Double.parseDouble(line.substring(end + 1)));
        }
    }

    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        readings.forEach((name, all) -> all.forEach(reading -> lines.add(name + BETWEEN + reading)));
        Files.write(file, lines);
    }
}
