package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills JVMs that poll with a state file, and JVMs that do nothing but write one, at random moments. Nothing is lost. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
class KillIT {

    private static final int KILLS = Integer.getInteger("ontraport.kills", 50);
    /** The same seed plans the same changes and moments, although what the machine makes of them differs. */
    private static final long SEED = Long.getLong("ontraport.kills.seed", System.nanoTime());

    private static final List<Plan> PLANS = List.of(
            new Plan(0, 300), new Plan(3000, 30), new Plan(Duration.ofHours(1).toMillis(), 30));
    private static final int AT_A_TIME = PLANS.size();
    private static final int MOST_KILLS_OF_AN_ACCOUNT = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** So many requests without a delivery are quiet enough. */
    private static final int QUIET = 50;

    /**
     * How an account is polled.
     *
     * @param settleTime what is read again is remembered in the state: next to nothing, that of the last seconds, everything
     * @param backlog so many contacts may be created that were not delivered: few, and pollers mostly look for more; many,
     *     and they mostly deliver
     */
    private record Plan(long settleTime, int backlog) {}

    @TempDir
    private static Path shared;

    private static ChildLauncher launcher;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        launcher = new ChildLauncher(shared);
        try (ChangingAccount account = new ChangingAccount(new Random(SEED), 0);
                ChildProcess child = launcher.startPreparing(
                        shared,
                        PollingChild.class,
                        new DeliveryJournal().nextLife(),
                        PollingChild.arguments(shared, account.sandbox(), 0))) {
            child.awaitLines(PollingChild.EVENTS.size() * 10);
            child.end();
        }
    }

    @Test
    void pollersLoseNothing() throws Exception {
        int accounts = Math.max(PLANS.size(), KILLS / MOST_KILLS_OF_AN_ACCOUNT);
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            int kills = KILLS / accounts + (i < KILLS % accounts ? 1 : 0);
            Plan plan = PLANS.get(i % PLANS.size());
            works.add((own, random) -> poll(own, random, kills, plan));
        }
        run(works);
    }

    private static String poll(Path folder, Random random, int kills, Plan plan) throws Exception {
        DeliveryJournal journal = new DeliveryJournal();
        try (ChangingAccount account = new ChangingAccount(new Random(random.nextLong()), plan.settleTime)) {
            List<String> arguments = PollingChild.arguments(folder, account.sandbox(), plan.settleTime);
            account.start(
                    () -> account.created() - journal.created() < plan.backlog,
                    () -> journal.created() > ChangingAccount.FOUNDERS && isDeletionWatched(folder));
            for (int i = 0; i < kills; i++) {
                try (ChildProcess child = launcher.start(folder, PollingChild.class, journal.nextLife(), arguments)) {
                    child.killAt(KillMoment.random(random));
                }
            }
            account.stop();
            try (ChildProcess child = launcher.start(folder, PollingChild.class, journal.nextLife(), arguments)) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(journal.missing(account.history()))
                        .as(
                                "missing with a settle time of %d ms; the last errors: %s",
                                plan.settleTime, child.lastErrors())
                        .isEmpty());
                int requests = account.sandbox().requestCount();
                await().atMost(PATIENCE).until(() -> account.sandbox().requestCount() > requests + QUIET);
                child.end();
            }
            journal.check(account.history());
            return "%d kills of pollers, settle time %d ms: %s; %s"
                    .formatted(kills, plan.settleTime, account.history(), journal);
        }
    }

    private static boolean isDeletionWatched(Path folder) {
        try {
            return PollingChild.EVENTS.contains("deleted")
                    && Files.readString(PollingChild.state(folder)).contains("/deleted");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void writersLoseNothing() throws Exception {
        run(List.of(
                (own, random) -> write(own, random, KILLS * 3 / 10),
                (own, random) -> write(own, random, KILLS * 3 / 10)));
    }

    private static String write(Path folder, Random random, int kills) throws Exception {
        WritingChild.Progress progress = new WritingChild.Progress();
        for (int i = 0; i < kills; i++) {
            try (ChildProcess child =
                    launcher.start(folder, WritingChild.class, progress, List.of(folder.toString()))) {
                child.killAt(KillMoment.random(random));
            }
            progress.check(folder);
        }
        return "%d kills of writers: %d values stored".formatted(kills, progress.total());
    }

    /** Something to do with a folder of its own; gives the figures. */
    private interface Work {

        String run(Path folder, Random random) throws Exception;
    }

    private void run(List<Work> works) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < works.size(); i++) {
                Work work = works.get(i);
                Random random = new Random(SEED + i);
                Path own = Files.createDirectory(folder.resolve("" + i));
                results.add(executor.submit(() -> work.run(own, random)));
            }
            for (Future<String> result : results) {
                System.out.println(result.get());
            }
        } catch (ExecutionException e) {
            // What is missing stands in the first line, as a summary of a build shows no more.
            throw new AssertionError(
                    "With -Dontraport.kills=%d -Dontraport.kills.seed=%d: %s"
                            .formatted(
                                    KILLS,
                                    SEED,
                                    String.valueOf(e.getCause().getMessage()).replaceAll("\\s+", " ")),
                    e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
