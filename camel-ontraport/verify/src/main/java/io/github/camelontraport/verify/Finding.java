package io.github.camelontraport.verify;

/**
 * What a check found.
 *
 * @param seen the evidence, or why there is none; never personal data and never a credential
 */
record Finding(Outcome outcome, String seen) {

    static Finding holds(String seen) {
        return new Finding(Outcome.HOLDS, seen);
    }

    static Finding doesNotHold(String seen) {
        return new Finding(Outcome.DOES_NOT_HOLD, seen);
    }

    static Finding notTried(String why) {
        return new Finding(Outcome.NOT_TRIED, why);
    }

    static Finding of(boolean holds, String seen) {
        return holds ? holds(seen) : doesNotHold(seen);
    }
}
