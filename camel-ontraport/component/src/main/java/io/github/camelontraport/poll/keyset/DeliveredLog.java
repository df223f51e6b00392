package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.poll.checkpoint.IdSet;

/** The rows above the watermark that were delivered, and may be read again. */
interface DeliveredLog {

    /** What a row is to the log. */
    enum Match {
        NEW,
        DELIVERED,
        /** Either an old version that a copy of the database still shows, or a change that a clock dated back. */
        UNCLEAR
    }

    /** @param settled nothing at or below this main number can become visible any more */
    Match match(ScannedRow row, long settled);

    void add(ScannedRow row);

    /** Removes everything at or below the watermark, which is not read again. */
    void forget(Position watermark);

    /** Removes everything above this main number, which the account does not have. */
    void removeAbove(long main);

    /** The highest main number; {@link IdSet#NONE} when the log is empty. */
    long highest();

    /** The watermark was set back to this place. */
    void lower(Position watermark);

    /**
     * The server's clock was set back to this place: what happens now can get the same position as a row that was
     * delivered. Removes the rows above it that the log could not tell from such a change, so they are delivered again.
     *
     * @return whether there were any
     */
    boolean reopen(Position place);

    /** The watermark, raised over all rows that follow it without a gap. */
    Position advance(Position watermark);

    int size();

    /** How many of the rows lie at or below this main number. */
    int size(long main);

    /** All of it, as text without quotes, for {@link #read}. */
    String all();

    /** What was added since {@link #all} was called last, as text without quotes. */
    String recent();

    /** The number of rows in {@link #recent}. */
    int recentSize();

    /**
     * Adds what {@link #all} and, later, {@link #recent} returned, so that {@link #all} need not be written with every
     * {@link #recent}. Rows at or below the watermark are left out.
     */
    void read(String all, String recent, Position watermark);

    /** A text of format 1 of the state, in today's notation. */
    String ofFormatOne(String text);
}
