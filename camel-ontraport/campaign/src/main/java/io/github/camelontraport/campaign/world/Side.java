package io.github.camelontraport.campaign.world;

import java.util.Locale;

/** What a program does with the account. */
public enum Side {
    POLL,
    PRODUCE,
    PUSH,
    SYNC;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
