package io.github.camelontraport.examples.cluster;

import io.github.camelontraport.JdbcStateRepository;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;

/** A node of the cluster: it watches the accounts of which it holds the lock, and prints what it does. */
final class Node {

    /** A node tries for the locks of its own accounts at once, and later for all, so that the accounts are spread. */
    private static final int OTHERS_AFTER_SECONDS = 10;

    private Node() {}

    /** Arguments: number of the node, number of nodes, folder of the locks, URL of the database, file of the accounts. */
    public static void main(String[] args) throws Exception {
        int number = Integer.parseInt(args[0]);
        int nodes = Integer.parseInt(args[1]);
        List<Account> accounts = Account.read(args[4]);
        try (CamelContext context = new DefaultCamelContext()) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(args[3]);
            context.getRegistry().bind("state", new JdbcStateRepository(database));
            FileLockClusterService election = new FileLockClusterService();
            election.setRoot(args[2]);
            election.setAcquireLockInterval(1, TimeUnit.SECONDS);
            context.addService(election);
            for (int i = 0; i < accounts.size(); i++) {
                context.addRoutes(new AccountRoute(number, accounts.get(i), i % nodes == number));
            }
            context.start();
            for (int i = number; i < accounts.size(); i += nodes) {
                report(number, accounts.get(i), election);
            }
            ScheduledFuture<?> others = context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(election, "others")
                    .schedule(
                            () -> startOthers(context, number, accounts, election),
                            OTHERS_AFTER_SECONDS,
                            TimeUnit.SECONDS);
            // Until the parent ends, or closes the input.
            System.in.transferTo(OutputStream.nullOutputStream());
            others.cancel(false);
        }
    }

    private static void report(int number, Account account, FileLockClusterService election) throws Exception {
        election.getView(account.name()).addEventListener((CamelClusterEventListener.Leadership) (view, leader) -> {
            if (view.getLocalMember().isLeader()) {
                System.out.println("Node " + number + " watches " + account.name());
            }
        });
    }

    private static Void startOthers(
            CamelContext context, int number, List<Account> accounts, FileLockClusterService election)
            throws Exception {
        for (Account account : accounts) {
            if (!context.getRouteController().getRouteStatus(account.name()).isStarted()) {
                context.getRouteController().startRoute(account.name());
                report(number, account, election);
            }
        }
        return null;
    }
}
