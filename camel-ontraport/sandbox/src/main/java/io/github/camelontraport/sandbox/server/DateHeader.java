package io.github.camelontraport.sandbox.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of a reply as HTTP wants it. The JDK's own RFC 1123 format leaves out the zero of single-digit days. */
final class DateHeader {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DateHeader() {}

    static String of(Instant time) {
        return FORMAT.format(time);
    }
}
