package io.github.camelontraport.poll.keyset;

/** What was delivered and may be read again. */
interface DeliveredLog {

    /** Whether the row is still to be delivered. */
    boolean isNew(ScannedRow row);

    void add(ScannedRow row);

    /** Nothing at or below the bound is read again. */
    void forget(long bound);

    /** The bound raised by what is known to leave no gap above it. */
    long advance(long bound);

    int size();

    /** All of it, as text without quotes, for {@link #read}. */
    String all();

    /** What was added since {@link #all} was asked for last, likewise. */
    String recent();

    /** How much {@link #recent} holds. */
    int recentSize();

    /**
     * Adds what {@link #all} and, later, {@link #recent} gave, so that the one need not be asked for again before the other
     * is. What lies at or below the bound is left out.
     */
    void read(String all, String recent, long bound);
}
