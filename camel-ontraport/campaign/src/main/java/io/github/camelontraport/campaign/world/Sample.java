package io.github.camelontraport.campaign.world;

import java.util.Locale;

/**
 * What a program had at one moment of a long run.
 *
 * @param hours     since the beginning, in virtual time
 * @param delivered exchanges until then
 * @param megabytes of the heap, after a collection
 * @param position  bytes of the file
 * @param ledger    bytes of the file
 */
record Sample(double hours, long delivered, double megabytes, long threads, long sockets, long position, long ledger) {

    static final String HEAD =
            """
            | Hours | Delivered | Heap, MB | Threads | Sockets | Position, bytes | Ledger, bytes |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    String line() {
        return String.format(
                Locale.ROOT,
                "| %.1f | %d | %.1f | %d | %d | %d | %d |%n",
                hours,
                delivered,
                megabytes,
                threads,
                sockets,
                position,
                ledger);
    }
}
