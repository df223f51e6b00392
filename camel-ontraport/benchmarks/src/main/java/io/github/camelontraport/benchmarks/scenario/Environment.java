package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.measure.Meter;
import io.github.camelontraport.benchmarks.measure.Rounds;
import io.github.camelontraport.benchmarks.server.ServerProcess;

/** What the scenarios of one process share. */
public record Environment(Size size, ServerProcess server) {

    Meter meter() {
        return new Meter(server.cpu());
    }

    Rounds rounds() {
        return new Rounds(meter(), size.warmUp(), size.rounds());
    }
}
