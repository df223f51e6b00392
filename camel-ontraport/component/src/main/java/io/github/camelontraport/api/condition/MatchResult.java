package io.github.camelontraport.api.condition;

/** Whether a record meets a condition, in three-valued logic. */
public enum MatchResult {
    NO,
    /** The record lacks a field the answer depends on. */
    UNKNOWN,
    YES;

    static MatchResult of(boolean meets) {
        return meets ? YES : NO;
    }

    // The order of the constants is the order of truth: AND is the least true of both, OR the most true.

    MatchResult and(MatchResult other) {
        return compareTo(other) <= 0 ? this : other;
    }

    MatchResult or(MatchResult other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
