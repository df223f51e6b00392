package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.h2.tools.Server;

/** Three JVMs on one account, and the database of their states, to which each has a way of its own. */
final class HandoverCluster implements AutoCloseable {

    private static final int SIZE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChildLauncher launcher;
    private final Path folder;
    private final Path locks;
    private final OntraportSandbox account;
    private final HandoverJournal journal;
    private final String database;
    private final long settleTime;
    private final RandomGenerator random;
    private final Duration skew;
    private final List<Node> nodes = new ArrayList<>();
    private int started;

    /** @param skew clocks of nodes are wrong by so much, one way or the other, or not at all */
    HandoverCluster(
            ChildLauncher launcher,
            Path folder,
            OntraportSandbox account,
            HandoverJournal journal,
            String database,
            long settleTime,
            RandomGenerator random,
            Duration skew)
            throws Exception {
        this.launcher = launcher;
        this.folder = folder;
        this.locks = folder.resolve("locks");
        this.account = account;
        this.journal = journal;
        this.database = database;
        this.settleTime = settleTime;
        this.random = random;
        this.skew = skew;
        fill();
    }

    /** One of the JVMs. */
    static final class Node {

        private final String name;
        private final Server way;
        private ChildProcess process;
        private volatile boolean leads;
        /** How often it took the lead; written by the thread that reads its lines only. */
        private volatile int terms;

        private Node(String name, Server way) {
            this.name = name;
            this.way = way;
        }

        void pause() throws Exception {
            process.pause();
        }

        void resume() throws Exception {
            process.resume();
        }

        /** Its connections to the database break, and it gets no other ones. */
        void cutOff() {
            way.stop();
        }

        void reconnect() throws SQLException {
            way.start();
        }

        void awaitFollowing() {
            await().atMost(PATIENCE).until(() -> !leads);
        }
    }

    /** Starts nodes in place of those that are gone. */
    void fill() throws Exception {
        while (nodes.size() < SIZE) {
            Node node = new Node("node" + started++, Server.createTcpServer("-tcpPort", "0", "-ifNotExists"));
            node.way.start();
            node.process = launcher.start(
                    folder,
                    HandoverChild.class,
                    line -> take(node, line),
                    HandoverChild.arguments(
                            account,
                            "jdbc:h2:tcp://localhost:" + node.way.getPort() + "/" + database,
                            locks,
                            settleTime,
                            skew.multipliedBy(random.nextInt(3) - 1)));
            nodes.add(node);
        }
    }

    private void take(Node node, String line) {
        if (line.equals(HandoverChild.LEADS) || line.equals(HandoverChild.FOLLOWS)) {
            node.leads = line.equals(HandoverChild.LEADS);
            node.terms = node.leads ? node.terms + 1 : node.terms;
        } else {
            journal.add(node.name, PrintedDelivery.of(line));
        }
    }

    void kill(Node node) throws Exception {
        node.process.kill();
        node.way.stop();
        nodes.remove(node);
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    private Optional<Node> leaderOtherThan(Node old) {
        return nodes.stream().filter(node -> node != old && node.leads).findFirst();
    }

    /** Waits until a node leads that is not this one. */
    Node awaitLeader(Node old) {
        await().atMost(PATIENCE).until(() -> leaderOtherThan(old).isPresent());
        return leaderOtherThan(old).orElseThrow();
    }

    /** As when a lease runs out: the next to look takes the lead, and the one that had it knows when it looks. */
    void endLease() throws IOException {
        Files.deleteIfExists(locks.resolve(HandoverChild.NAMESPACE));
        Files.deleteIfExists(locks.resolve(HandoverChild.NAMESPACE + ".dat"));
    }

    /** Ends the lease, and once more when the old leader is the first to look, until another node leads. */
    Node passLead(Node old) {
        AtomicInteger ended = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> {
            if (leaderOtherThan(old).isEmpty() && ended.getAndSet(old.terms) != old.terms) {
                endLease();
            }
            return leaderOtherThan(old).isPresent();
        });
        return leaderOtherThan(old).orElseThrow();
    }

    /** Waits until so much more was delivered. */
    void awaitDeliveries(int more) {
        int before = journal.size();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(journal.size())
                .as("deliveries; the last errors: %s", nodes.get(0).process.lastErrors())
                .isGreaterThanOrEqualTo(before + more));
    }

    String lastErrors() {
        try {
            return nodes.get(0).process.lastErrors();
        } catch (IOException e) {
            return e.toString();
        }
    }

    void end() throws Exception {
        for (Node node : nodes) {
            node.process.end();
        }
    }

    @Override
    public void close() {
        for (Node node : nodes) {
            node.process.close();
            node.way.stop();
        }
    }
}
