package io.github.camelontraport.benchmarks.server;

/**
 * The ids of the contacts: of every four one is missing, as in an account from which contacts were deleted. Which one changes
 * without a pattern that a compressed state could use.
 */
final class CannedIds {

    private static final int BLOCK = 4;
    private static final int PRESENT = BLOCK - 1;

    /** Its multiples spread evenly: the golden ratio as a fraction of 2^64. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** The two highest bits are a number below 4. */
    private static final int ALL_BUT_TWO = 62;

    private CannedIds() {}

    /** The id of the contact at this place in ascending order; the first one is at 1. */
    static long at(long place) {
        long block = (place - 1) / PRESENT;
        int index = (int) ((place - 1) % PRESENT);
        return block * BLOCK + 1 + index + (index >= missing(block) ? 1 : 0);
    }

    /** The number of contacts with an id up to this one. */
    static long upTo(long id) {
        if (id < 1) {
            return 0;
        }
        long block = (id - 1) / BLOCK;
        int index = (int) ((id - 1) % BLOCK);
        return block * PRESENT + index + 1 - (index >= missing(block) ? 1 : 0);
    }

    private static int missing(long block) {
        // Mixed once more, as neighbouring multiples lie at equal distances.
        long mixed = block * SPREAD;
        return (int) (((mixed ^ (mixed >>> 32)) * SPREAD) >>> ALL_BUT_TWO);
    }
}
