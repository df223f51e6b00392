package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.RecordEvent;
import java.util.Optional;

/**
 * The meaning of a row.
 *
 * @param event   empty when the row is not delivered
 * @param isEarly whether the meaning is not known yet, because something that belongs to the row may still become visible
 */
record Candidate(ScannedRow row, Optional<RecordEvent> event, boolean isEarly) {

    static Candidate of(ScannedRow row, RecordEvent event) {
        return new Candidate(row, Optional.of(event), false);
    }

    static Candidate nothing(ScannedRow row) {
        return new Candidate(row, Optional.empty(), false);
    }

    static Candidate early(ScannedRow row) {
        return new Candidate(row, Optional.empty(), true);
    }
}
