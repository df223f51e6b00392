package io.github.camelontraport.poll.keyset;

import java.util.List;

/** Reads the rows above a position, page by page, in order. Every page is checked. */
interface Scan {

    /** The next rows; may be none although more follow. */
    List<ScannedRow> next();

    boolean ended();

    /**
     * No row at or below here is still to come. {@link Long#MAX_VALUE} only when the last page was empty: one that is
     * merely short may have been cut by a server that gives less than was asked for.
     */
    long completeTo();
}
