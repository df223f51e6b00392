package io.github.camelontraport.benchmarks.scenario;

import java.util.List;

/** Scenarios that are measured in the same JVM, in this order. */
public enum Scenarios {

    /** In rounds, and in several JVMs, as no two compile alike. */
    REPEATED(List.of(new ExchangeCost(), new TypedPages(), new Throughput(), new WebhookDeliveries())),
    /** Counts, and what takes so long that one reading says enough. */
    ONCE(List.of(
            new RequestCounts(),
            new Quota(),
            new Syncs(),
            new Streams(),
            new LongPoll(),
            new IdleSweep(),
            new DynamicEndpoints(),
            new StartUp()));

    private final List<Scenario> all;

    Scenarios(List<Scenario> all) {
        this.all = all;
    }

    public List<Scenario> all() {
        return all;
    }
}
