package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.RecordEvent;
import java.util.Optional;

/**
 * What a row means.
 *
 * @param occurrence empty when it is not to be delivered
 * @param isEarly    whether it cannot be told yet, because something that belongs to it may still become visible
 */
record Candidate(ScannedRow row, Optional<RecordEvent> occurrence, boolean isEarly) {

    static Candidate of(ScannedRow row, RecordEvent occurrence) {
        return new Candidate(row, Optional.of(occurrence), false);
    }

    static Candidate nothing(ScannedRow row) {
        return new Candidate(row, Optional.empty(), false);
    }

    static Candidate early(ScannedRow row) {
        return new Candidate(row, Optional.empty(), true);
    }
}
