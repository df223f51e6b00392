package io.github.camelontraport.poll;

import java.util.Optional;

/**
 * What a row means.
 *
 * @param occurrence empty when it is not to be delivered
 * @param isEarly    whether it cannot be told yet, because something that belongs to it may still become visible
 */
record Finding(Row row, Optional<Occurrence> occurrence, boolean isEarly) {

    static Finding of(Row row, Occurrence occurrence) {
        return new Finding(row, Optional.of(occurrence), false);
    }

    static Finding nothing(Row row) {
        return new Finding(row, Optional.empty(), false);
    }

    static Finding early(Row row) {
        return new Finding(row, Optional.empty(), true);
    }
}
