package io.github.camelontraport.sandbox.account.record;

import java.util.Locale;

/** Generates the unique ids of records. They look random, but are the same in each run of a test. */
public final class UniqueIdGenerator {

    private UniqueIdGenerator() {}

    public static String of(int typeId, long recordId) {
        long mixed = (typeId * 1_000_003L + recordId) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return Long.toUnsignedString(mixed, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }
}
