package io.github.camelontraport.campaign.world;

/** What a program does with the account. */
public enum Side {
    POLL,
    PRODUCE,
    PUSH,
    SYNC;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
