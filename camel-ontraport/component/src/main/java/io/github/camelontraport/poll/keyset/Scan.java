package io.github.camelontraport.poll.keyset;

import java.util.List;

/** Reads the rows above a position, page by page, in order. Every page is checked. */
interface Scan {

    /** The next rows; the list may be empty although more rows follow. */
    List<ScannedRow> next();

    boolean ended();

    /**
     * This scan reads no further row at or below this place. {@link Position#END} only when the last page was empty: a
     * short page may have been cut by a server that returns less than was asked for.
     */
    Position completeTo();
}
