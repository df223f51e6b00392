package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;

/** Something that is measured, and how it is shown. The two happen in different processes; only the results pass between. */
public interface Scenario {

    void measure(Environment environment, Results results);

    void report(Report report, Results results, Size size);
}
