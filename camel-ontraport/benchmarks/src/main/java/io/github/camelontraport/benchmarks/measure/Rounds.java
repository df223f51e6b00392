package io.github.camelontraport.benchmarks.measure;

import io.github.camelontraport.benchmarks.candidate.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The same work by every candidate, again and again, each time beginning with another one. */
public final class Rounds {

    private Rounds() {}

    /** Readings by candidate, in the candidates' order. The first {@code warmUp} rounds are thrown away. */
    public static Map<String, List<Cost>> costs(
            List<Candidate> candidates, int warmUp, int rounds, Consumer<Candidate> work) {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        candidates.forEach(candidate -> costs.put(candidate.name(), new ArrayList<>()));
        for (int round = 0; round < warmUp + rounds; round++) {
            for (int turn = 0; turn < candidates.size(); turn++) {
                Candidate candidate = candidates.get((round + turn) % candidates.size());
                Cost cost = Cost.of(() -> work.accept(candidate));
                if (round >= warmUp) {
                    costs.get(candidate.name()).add(cost);
                }
            }
        }
        return costs;
    }

    public static Samples samples(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return Samples.of(costs.stream().map(figure::applyAsDouble).toList());
    }
}
