package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.world.Findings.Kind;
import java.util.List;
import java.util.function.ToLongFunction;

/** Holds the samples of a long run to bounds. After the first hour, a program has all that it needs. */
final class Growth {

    private static final double SETTLED_HOURS = 1;
    /** The sandbox keeps deleted records, about 0.3 MB of them an hour. */
    private static final double MOST_MEGABYTES_AN_HOUR = 1;
    /** Sizes of files go up and down: the later ones are at most this many times the earlier ones. */
    private static final double MOST_TIMES = 1.25;

    private Growth() {}

    static void check(List<Sample> samples, Findings findings) {
        List<Sample> settled = samples.stream()
                .filter(sample -> sample.hours() > SETTLED_HOURS)
                .toList();
        if (settled.size() < 2) {
            findings.add(Kind.GROWN, "not known, from " + settled.size() + " samples after the first hour");
            return;
        }
        threads(settled, findings);
        sockets(settled, findings);
        size("position", Sample::position, settled, findings);
        size("ledger", Sample::ledger, settled, findings);
        double slope = megabytesAnHour(settled);
        if (slope > MOST_MEGABYTES_AN_HOUR) {
            findings.add(Kind.GROWN, "heap by " + slope + " MB an hour");
        }
    }

    /** A pool may have more for a moment; what stays is in all of the later samples. */
    private static void threads(List<Sample> settled, Findings findings) {
        int half = settled.size() / 2;
        long early = most(Sample::threads, settled.subList(0, half));
        long late = settled.subList(half, settled.size()).stream()
                .mapToLong(Sample::threads)
                .min()
                .orElseThrow();
        if (late > early) {
            findings.add(Kind.LEAKED_THREAD, "from " + early + " to " + late + " threads after the first hour");
        }
    }

    private static void sockets(List<Sample> settled, Findings findings) {
        List<Long> counts = settled.stream().map(Sample::sockets).toList();
        if (counts.stream().distinct().count() > 1) {
            findings.add(Kind.LEAKED_SOCKET, "sockets after the first hour: " + counts);
        }
    }

    private static void size(String what, ToLongFunction<Sample> of, List<Sample> settled, Findings findings) {
        int half = settled.size() / 2;
        long early = most(of, settled.subList(0, half));
        long late = most(of, settled.subList(half, settled.size()));
        if (late > early * MOST_TIMES) {
            findings.add(Kind.GROWN, what + " from " + early + " to " + late + " bytes");
        }
    }

    private static long most(ToLongFunction<Sample> of, List<Sample> samples) {
        return samples.stream().mapToLong(of).max().orElseThrow();
    }

    /** By least squares, as single samples scatter. */
    private static double megabytesAnHour(List<Sample> settled) {
        double hours = settled.stream().mapToDouble(Sample::hours).average().orElseThrow();
        double megabytes =
                settled.stream().mapToDouble(Sample::megabytes).average().orElseThrow();
        double together = settled.stream()
                .mapToDouble(sample -> (sample.hours() - hours) * (sample.megabytes() - megabytes))
                .sum();
        double spread = settled.stream()
                .mapToDouble(sample -> Math.pow(sample.hours() - hours, 2))
                .sum();
        return together / spread;
    }
}
