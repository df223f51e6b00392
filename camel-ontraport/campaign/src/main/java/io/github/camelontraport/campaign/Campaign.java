package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.fuzz.Fuzzing;
import io.github.camelontraport.campaign.world.Findings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Runs random worlds, each with one kind of fault, and prints what was lost, repeated, stuck or left behind.
 * {@code --minutes 5 --seed 1 --side poll --fault kill} limits them; {@code --world} runs one again.
 */
public final class Campaign {

    private final Options options;
    private final PrintStream out;

    Campaign(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) {
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        boolean isClean = new Campaign(options, System.out).run();
        // Of a world that is stuck, threads may be left.
        System.exit(isClean ? 0 : 1);
    }

    /** @return whether nothing is wrong */
    boolean run() {
        boolean isClean = true;
        if (options.hasWorlds()) {
            isClean = worlds();
        }
        if (options.fuzz() > 0) {
            isClean &= new Fuzzing(out).run(options.fuzz(), options.seed());
        }
        if (options.hours() > 0) {
            isClean &= new LongRun(out).run(options.hours(), options.seed());
        }
        return isClean;
    }

    private boolean worlds() {
        out.printf("Worlds of seed %d, which --seed %d plans again%n", options.seed(), options.seed());
        // What the JVM opens once, for all worlds, is not left by one of them.
        WorldRun unused = options.round(0).get(0);
        unused.run();
        Report report = new Report();
        long began = System.nanoTime();
        int round = 0;
        while (goesOn(round, began)) {
            Iterator<WorldRun> runs = options.round(round).iterator();
            while (runs.hasNext() && goesOn(round, began)) {
                WorldRun run = runs.next();
                Findings findings = run.run();
                if (!report.add(run, findings)) {
                    out.printf("%nBROKEN %s%n%s%n", run.options(), findings);
                }
            }
            round++;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        out.printf(
                "%n%s%n%d worlds in %d s, %d of them broken%n",
                report.table(),
                report.worlds(),
                took.toSeconds(),
                report.failures().size());
        return report.worlds() > 0 && report.failures().isEmpty();
    }

    private boolean goesOn(int round, long began) {
        if (options.world().isPresent()) {
            return round == 0;
        }
        return options.rounds() > 0
                ? round < options.rounds()
                : System.nanoTime() - began
                        < options.minutes() * Duration.ofMinutes(1).toNanos();
    }
}
