package io.github.camelontraport.poll;

import io.github.camelontraport.api.condition.Condition;

/** Narrows a condition that may be missing. */
final class Bounded {

    private Bounded() {
    }

    static Condition by(Condition condition, Condition bound) {
        return condition == null ? bound : condition.and(bound);
    }
}
