package io.github.camelontraport.sandbox.account;

import java.util.Locale;

/** Makes the unique ids of records: they look random, but a test that runs twice sees the same ones. */
final class UniqueIds {

    private UniqueIds() {}

    static String of(int typeId, long recordId) {
        long mixed = (typeId * 1_000_003L + recordId) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return Long.toUnsignedString(mixed, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }
}
