package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.kill.HandoverCluster.Node;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three JVMs poll one account behind {@code master:}, whose records change all the time. Leaders are killed, paused, demoted and cut off. Nothing is lost, and the survivors go on by themselves.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
class HandoverIT {

    private static final int HANDOVERS = Integer.getInteger("ontraport.handovers", 6);
    /** So many of them by nodes whose clocks differ. */
    private static final int APART = HANDOVERS / 6;

    private static final long SEED = Long.getLong("ontraport.handovers.seed", System.nanoTime());
    private static final long SETTLE_TIME = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So many contacts may be created that were not delivered. */
    private static final int MAX_CREATED_BACKLOG = 300;
    /** So many versions may be written that were not delivered: more than the poller delivers before they settle. */
    private static final int MAX_UPDATED_BACKLOG = 5_000;

    private static final int DELIVERIES_BETWEEN = 60;
    private static final int QUIET = 50;

    /** How a leader loses the lead. */
    private enum Kind {
        KILLED,
        /** Stopped, and resumed when another one has led for a while: then two lead until the old one looks. */
        PAUSED,
        /** Alive, and knows of it some time after the other one leads. */
        DEMOTED,
        /** Alive, without the database of the states, until another one has led for a while. */
        CUT_OFF,
        /** Killed, while no node reaches the database: the next leader starts without it. */
        KILLED_IN_AN_OUTAGE
    }

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final HandoverJournal journal = new HandoverJournal();
    private final String name = "mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final JdbcDataSource database = new JdbcDataSource();

    @Test
    void nothingIsLostAndOnlyWhatWasUnderWayComesAgain() throws Exception {
        run(HANDOVERS - APART, Duration.ZERO, Set.of());
    }

    /** Changes may come again: to a node, it looks as if the clock of the account had been set back. */
    @Test
    void nothingIsLostWhenTheClocksOfNodesAreApart() throws Exception {
        run(APART, Duration.ofMinutes(1), Set.of("updated"));
    }

    private void run(int handovers, Duration skew, Set<String> repeatable) throws Exception {
        database.setURL("jdbc:h2:" + name);
        Map<Kind, Integer> done = new EnumMap<>(Kind.class);
        // Held open, as the database must outlive all ways to it.
        try (Connection open = database.getConnection();
                ChangingAccount account = new ChangingAccount(new Random(SEED), SETTLE_TIME);
                HandoverCluster cluster = new HandoverCluster(
                        new ChildLauncher(folder),
                        folder,
                        account.sandbox(),
                        journal,
                        name,
                        SETTLE_TIME,
                        random,
                        skew)) {
            account.start(
                    () -> account.created() - journal.created() < MAX_CREATED_BACKLOG
                            && account.versions() - journal.newestUpdate() < MAX_UPDATED_BACKLOG,
                    () -> journal.created() > ChangingAccount.FOUNDERS && isDeletionWatched());
            for (int i = 0; i < handovers; i++) {
                cluster.awaitDeliveries(1 + random.nextInt(DELIVERIES_BETWEEN));
                Kind kind = Kind.values()[i < Kind.values().length ? i : random.nextInt(Kind.values().length)];
                Map<String, Integer> before = journal.counts();
                handOver(kind, cluster.awaitLeader(null), cluster);
                cluster.awaitDeliveries(DELIVERIES_BETWEEN);
                journal.handedOver(before);
                done.merge(kind, 1, Integer::sum);
                cluster.fill();
            }
            account.stop();
            awaitMissing(account.history(), cluster);
            int requests = account.sandbox().requestCount();
            await().atMost(PATIENCE).until(() -> account.sandbox().requestCount() > requests + QUIET);
            cluster.end();
            journal.check(account.history(), repeatable);
            assertThat(open.isValid(0)).isTrue();
            System.out.printf(
                    "%d hand-overs %s, clocks apart by %s: %s; %s; none lost%n",
                    handovers, done, skew.multipliedBy(2), account.history(), journal);
        } catch (AssertionError | ConditionTimeoutException e) {
            throw new AssertionError(
                    "With -Dontraport.handovers=%d -Dontraport.handovers.seed=%d: %s"
                            .formatted(
                                    HANDOVERS,
                                    SEED,
                                    String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                    e);
        }
    }

    /** However many there are, some of them come in every stretch of time. */
    private void awaitMissing(ContactHistory history, HandoverCluster cluster) {
        for (int left = journal.missing(history).size();
                left > 0;
                left = journal.missing(history).size()) {
            int before = left;
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(journal.missing(history))
                    .as("missing, and none of them came; the last errors: %s", cluster.lastErrors())
                    .hasSizeLessThan(before));
        }
    }

    private boolean isDeletionWatched() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from ontraport_state where state_key = 'deleted'")) {
            return rows.next() && rows.getInt(1) == 1;
        } catch (SQLException e) {
            // There is no table yet.
            return false;
        }
    }

    /** Returns when another node leads, and the old leader is gone or knows that it no longer leads. */
    private void handOver(Kind kind, Node old, HandoverCluster cluster) throws Exception {
        switch (kind) {
            case KILLED -> {
                cluster.kill(old);
                cluster.awaitLeader(old);
            }
            case PAUSED -> {
                old.pause();
                cluster.passLead(old);
                cluster.awaitDeliveries(1 + random.nextInt(DELIVERIES_BETWEEN));
                old.resume();
                old.awaitFollowing();
            }
            case DEMOTED -> {
                cluster.passLead(old);
                old.awaitFollowing();
            }
            case CUT_OFF -> {
                old.cutOff();
                cluster.passLead(old);
                cluster.awaitDeliveries(1 + random.nextInt(DELIVERIES_BETWEEN));
                old.reconnect();
                old.awaitFollowing();
            }
            case KILLED_IN_AN_OUTAGE -> {
                cluster.nodes().forEach(Node::cutOff);
                cluster.kill(old);
                cluster.awaitLeader(old);
                for (Node node : cluster.nodes()) {
                    node.reconnect();
                }
            }
        }
    }
}
