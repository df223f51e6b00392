package io.github.camelontraport.poll.history;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, everything that ought to come comes, in order, and again only after a failure. */
class HistoryPropertyTest {

    @Provide
    Arbitrary<History> histories() {
        return History.any(1, 30);
    }

    /** So large that what was delivered outgrows one line of state, and a pass is begun again. */
    @Provide
    Arbitrary<History> large() {
        return History.any(180, 14);
    }

    @Provide
    Arbitrary<WatchedEvent> watched() {
        return Arbitraries.of(WatchedEvent.class);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everythingIsDelivered(@ForAll("watched") WatchedEvent event, @ForAll("histories") History history) {
        new HistoryRun(event, history).run();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void largeHistoriesAreDelivered(@ForAll("watched") WatchedEvent event, @ForAll("large") History history) {
        new HistoryRun(event, history).run();
    }
}
