package io.github.camelontraport.examples.cluster;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.h2.tools.Server;

/**
 * Twenty sandboxes, a database, and three nodes that share the watching. When all accounts are watched, one node is killed;
 * the others take over its accounts.
 */
public final class Cluster implements AutoCloseable {

    private static final int CONTACT = 0;
    private static final int ACCOUNTS = 20;
    private static final int NODES = 3;
    private static final int VICTIM = 0;

    private final List<OntraportSandbox> sandboxes = new ArrayList<>();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Server database;
    private final Watchers watchers;

    private Cluster(Path folder, PrintStream out) throws Exception {
        watchers = new Watchers(out);
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString());
        database.start();
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= ACCOUNTS; i++) {
            OntraportSandbox sandbox = OntraportSandbox.start();
            sandboxes.add(sandbox);
            lines.add(new Account("account" + i, sandbox.baseUrl(), sandbox.apiKey(), sandbox.appId()).line());
        }
        Path accounts = Files.write(folder.resolve("accounts.txt"), lines);
        for (int i = 0; i < NODES; i++) {
            nodes.add(new NodeProcess(
                    List.of(
                            Integer.toString(i),
                            Integer.toString(NODES),
                            folder.resolve("locks").toString(),
                            "jdbc:h2:tcp://localhost:" + database.getPort() + "/./states",
                            accounts.toString()),
                    watchers));
        }
    }

    public static void main(String[] arguments) throws Exception {
        run(Files.createTempDirectory("cluster"), System.out);
    }

    /** @return the accounts of the node that was killed, and moved */
    static Set<String> run(Path folder, PrintStream out) throws Exception {
        try (Cluster cluster = new Cluster(folder, out)) {
            cluster.watchers.awaitWatched(ACCOUNTS);
            cluster.createContacts();
            cluster.watchers.awaitContacts(ACCOUNTS);
            Set<String> moving = new TreeSet<>(cluster.watchers.accountsOf(VICTIM));
            out.println("Node " + VICTIM + " watches " + moving.size() + " accounts, and is killed");
            cluster.watchers.forget(VICTIM);
            cluster.nodes.get(VICTIM).kill();
            cluster.createContacts();
            cluster.watchers.awaitWatched(ACCOUNTS);
            cluster.watchers.awaitContacts(2 * ACCOUNTS);
            out.println("All " + ACCOUNTS + " accounts are watched again, and every contact came");
            return moving;
        }
    }

    private void createContacts() {
        sandboxes.forEach(sandbox -> sandbox.create(CONTACT, Map.of("firstname", "Nora")));
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(NodeProcess::kill);
        database.stop();
        sandboxes.forEach(OntraportSandbox::close);
    }
}
