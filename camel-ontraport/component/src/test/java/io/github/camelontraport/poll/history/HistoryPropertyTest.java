package io.github.camelontraport.poll.history;

import io.github.camelontraport.poll.PollEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, everything that ought to come comes, in order, and again only after a failure. */
class HistoryPropertyTest {

    private static final int LARGE_TRIES = 60;

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
    Arbitrary<PollEvent> watched() {
        return Arbitraries.of(PollEvent.CREATED, PollEvent.UPDATED, PollEvent.TAGGED);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everythingIsDelivered(@ForAll("watched") PollEvent event, @ForAll("histories") History history) {
        new HistoryRun(event, history).run();
    }

    @Property(tries = LARGE_TRIES, edgeCases = EdgeCasesMode.NONE)
    void largeHistoriesAreDelivered(@ForAll("watched") PollEvent event, @ForAll("large") History history) {
        new HistoryRun(event, history).run();
    }
}
