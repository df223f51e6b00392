package io.github.camelontraport.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/** Repeated readings of one figure. */
public record Samples(double... values) {

    public Samples {
        values = values.clone();
        Arrays.sort(values);
    }

    public static Samples of(Collection<Double> values) {
        return new Samples(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** The smallest reading that so many percent of all do not exceed. */
    public double percentile(double percent) {
        return values[Math.max(0, (int) Math.ceil(values.length * percent / 100) - 1)];
    }

    public double least() {
        return values[0];
    }

    public double most() {
        return values[values.length - 1];
    }
}
