package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.type.ObjectType;
import java.util.OptionalLong;

/** Refuses the deletion of a great part of the records at once: more likely the server no longer shows them. */
final class DeletionThreshold {

    private static final long ALWAYS = 1000;
    private static final long SHARE = 10;

    private final ObjectType type;
    private final OptionalLong maxDeleted;

    DeletionThreshold(ObjectType type, OptionalLong maxDeleted) {
        this.type = type;
        this.maxDeleted = maxDeleted;
    }

    /** @throws DeletionThresholdException when more are missing than may be */
    void check(long known, long missing) {
        long most = maxDeleted.orElse(Math.max(ALWAYS, known / SHARE));
        if (missing > most) {
            throw new DeletionThresholdException(
                    missing + " of " + known + " known " + type.plural() + " seem to be gone, more "
                            + "than option maxDeleted allows (" + most
                            + (maxDeleted.isPresent()
                                    ? ""
                                    : ", the default: the larger of " + ALWAYS + " and " + SHARE + " % of the known")
                            + "). Nothing was delivered, and the state is as it was. "
                            + "More likely than a deletion is that the user of the API key may not see them any more: check its "
                            + "permissions in Ontraport. If they were really deleted, set maxDeleted to " + missing
                            + " or more");
        }
    }
}
