package io.github.camelontraport.poll;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, everything that ought to come comes, in order, and again only after a failure. */
class HistoryPropertyTest {

    private static final int TRIES = 3_400;
    private static final int LARGE_TRIES = 20;

    @Provide
    Arbitrary<History> histories() {
        return History.any(1, 30);
    }

    /** So large that what was delivered outgrows one line of state, and a pass is begun again. */
    @Provide
    Arbitrary<History> large() {
        return History.any(180, 14);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void created(@ForAll("histories") History history) {
        new HistoryRun(PollEvent.CREATED, history).run();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void updated(@ForAll("histories") History history) {
        new HistoryRun(PollEvent.UPDATED, history).run();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void tagged(@ForAll("histories") History history) {
        new HistoryRun(PollEvent.TAGGED, history).run();
    }

    @Property(tries = LARGE_TRIES, edgeCases = EdgeCasesMode.NONE)
    void createdInLargeNumbers(@ForAll("large") History history) {
        new HistoryRun(PollEvent.CREATED, history).run();
    }

    @Property(tries = LARGE_TRIES, edgeCases = EdgeCasesMode.NONE)
    void updatedInLargeNumbers(@ForAll("large") History history) {
        new HistoryRun(PollEvent.UPDATED, history).run();
    }

    @Property(tries = LARGE_TRIES, edgeCases = EdgeCasesMode.NONE)
    void taggedInLargeNumbers(@ForAll("large") History history) {
        new HistoryRun(PollEvent.TAGGED, history).run();
    }
}
