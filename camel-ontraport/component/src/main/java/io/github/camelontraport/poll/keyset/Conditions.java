package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.api.condition.Condition;

/** Narrows a condition that may be missing. */
final class Conditions {

    private Conditions() {}

    static Condition by(Condition condition, Condition bound) {
        return condition == null ? bound : condition.and(bound);
    }
}
