package io.github.camelontraport.benchmarks.measure;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The same work by every candidate, again and again, each time beginning with another one. */
public record Rounds(Meter meter, int warmUp, int rounds) {

    /** Passes on what each candidate took in each round, but the first {@code warmUp} ones. */
    public <C> void run(List<C> candidates, Consumer<C> work, BiConsumer<C, Cost> each) {
        for (int round = 0; round < warmUp + rounds; round++) {
            for (int turn = 0; turn < candidates.size(); turn++) {
                C candidate = candidates.get((round + turn) % candidates.size());
                Cost cost = meter.measure(() -> work.accept(candidate));
                if (round >= warmUp) {
                    each.accept(candidate, cost);
                }
            }
        }
    }
}
