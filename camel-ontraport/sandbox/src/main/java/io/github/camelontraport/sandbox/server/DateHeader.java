package io.github.camelontraport.sandbox.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header of a reply. The JDK's RFC 1123 format omits the leading zero of single-digit days. */
final class DateHeader {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DateHeader() {}

    static String of(Instant time) {
        return FORMAT.format(time);
    }
}
