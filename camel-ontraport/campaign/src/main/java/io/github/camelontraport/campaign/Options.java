package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.fault.FaultKind;
import io.github.camelontraport.campaign.fault.FaultKinds;
import io.github.camelontraport.campaign.world.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The command line. Without an amount of anything ({@code --minutes}, {@code --rounds}, {@code --world}, {@code --fuzz},
 * {@code --hours}) worlds run for five minutes and, unless a side or a fault is chosen, the parsers get a million inputs.
 *
 * @param minutes of random worlds, in real time
 * @param rounds  of random worlds, each with every kind on every side; 0 for as many as fit into the minutes
 * @param seed    of all worlds
 * @param world   the seed of the only world that runs
 * @param side    the only one
 * @param fault   the name of the only one
 * @param fuzz    inputs for all parsers together
 * @param hours   of the long run, in virtual time
 */
record Options(
        double minutes,
        int rounds,
        long seed,
        Optional<Long> world,
        Optional<Side> side,
        Optional<String> fault,
        long fuzz,
        double hours) {

    private static final double DEFAULT_MINUTES = 5;
    private static final long DEFAULT_FUZZ = 1_000_000;
    private static final double SHORTEST_LONG_RUN = 2;

    /** @throws IllegalArgumentException for an unknown option or value, and for a run that would do nothing */
    static Options parse(List<String> words) {
        Options options =
                new Options(0, 0, System.nanoTime(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
        if (words.size() % 2 != 0) {
            throw new IllegalArgumentException("Every option needs a value: " + words);
        }
        for (int i = 0; i < words.size(); i += 2) {
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options.orDefaults().checked();
    }

    private Options orDefaults() {
        if (hasWorlds() || fuzz > 0 || hours > 0) {
            return this;
        }
        return new Options(DEFAULT_MINUTES, 0, seed, world, side, fault, isNarrowed() ? 0 : DEFAULT_FUZZ, 0);
    }

    /** Whether random worlds are asked for. */
    boolean hasWorlds() {
        return minutes > 0 || rounds > 0 || world.isPresent();
    }

    private boolean isNarrowed() {
        return side.isPresent() || fault.isPresent();
    }

    private Options checked() {
        if (isNarrowed() && !hasWorlds()) {
            throw new IllegalArgumentException(
                    "--side and --fault choose worlds, and none would run; add --minutes or --rounds");
        }
        // Only then: a long run counts sockets, and some kinds of faults have servers.
        if (side.isPresent() && fault.isPresent() && worlds(0).findAny().isEmpty()) {
            throw new IllegalArgumentException("The fault " + fault.orElseThrow() + " does not happen to "
                    + side.orElseThrow() + "; it happens to " + sides(fault.orElseThrow()) + ", and to "
                    + side.orElseThrow() + " happen "
                    + FaultKinds.of(side.orElseThrow()).stream()
                            .map(FaultKind::name)
                            .toList());
        }
        return this;
    }

    private static List<Side> sides(String fault) {
        return FaultKinds.all()
                .filter(kind -> kind.name().equals(fault))
                .flatMap(kind -> kind.sides().stream())
                .toList();
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--minutes" -> new Options(positive(name, value), rounds, seed, world, side, fault, fuzz, hours);
            case "--rounds" ->
                new Options(minutes, (int) wholePositive(name, value), seed, world, side, fault, fuzz, hours);
            case "--seed" -> new Options(minutes, rounds, Long.parseLong(value), world, side, fault, fuzz, hours);
            case "--world" ->
                new Options(minutes, rounds, seed, Optional.of(Long.valueOf(value)), side, fault, fuzz, hours);
            case "--side" ->
                new Options(minutes, rounds, seed, world, Optional.of(knownSide(value)), fault, fuzz, hours);
            case "--fault" -> new Options(minutes, rounds, seed, world, side, Optional.of(known(value)), fuzz, hours);
            case "--fuzz" -> new Options(minutes, rounds, seed, world, side, fault, wholePositive(name, value), hours);
            case "--hours" -> new Options(minutes, rounds, seed, world, side, fault, fuzz, longRun(name, value));
            default -> throw new IllegalArgumentException("Unknown option " + name);
        };
    }

    private static double positive(String name, String value) {
        double number = Double.parseDouble(value);
        if (!(number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException(name + " takes a number of more than 0, not " + value);
        }
        return number;
    }

    private static double longRun(String name, String value) {
        double hours = positive(name, value);
        if (hours < SHORTEST_LONG_RUN) {
            throw new IllegalArgumentException(
                    name + " takes 2 or more, as the first hour settles what is judged later");
        }
        return hours;
    }

    private static long wholePositive(String name, String value) {
        long number = Long.parseLong(value);
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    name + " takes a number from 1 to " + Integer.MAX_VALUE + ", not " + value);
        }
        return number;
    }

    private static Side knownSide(String side) {
        return Arrays.stream(Side.values())
                .filter(each -> each.toString().equals(side.toLowerCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown side " + side + "; there are " + Arrays.toString(Side.values())));
    }

    private static String known(String fault) {
        List<String> names = FaultKinds.all().map(FaultKind::name).toList();
        if (!names.contains(fault)) {
            throw new IllegalArgumentException("Unknown fault " + fault + "; there are " + names);
        }
        return fault;
    }

    /** One world for each kind of fault and side that are asked for, in an order by the seed. */
    List<WorldRun> round(int number) {
        List<WorldRun> runs = new ArrayList<>(worlds(number).toList());
        Collections.shuffle(runs, new Random(seed + number));
        return runs;
    }

    private Stream<WorldRun> worlds(int number) {
        return Arrays.stream(Side.values())
                .filter(each -> side.isEmpty() || side.get() == each)
                .flatMap(each -> FaultKinds.of(each).stream()
                        .filter(kind -> fault.isEmpty() || fault.get().equals(kind.name()))
                        .map(kind -> new WorldRun(each, kind, seed(number, each, kind))));
    }

    private long seed(int number, Side of, FaultKind kind) {
        long plain = ((seed * 31 + number) * 31 + of.name().hashCode()) * 31
                + kind.name().hashCode();
        // Of SplittableRandom: close numbers become far ones.
        long mixed = (plain ^ (plain >>> 30)) * 0xbf58476d1ce4e5b9L;
        return world.orElse(Math.abs((mixed ^ (mixed >>> 27)) >> 8));
    }
}
