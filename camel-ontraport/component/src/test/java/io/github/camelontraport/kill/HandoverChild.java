package io.github.camelontraport.kill;

import io.github.camelontraport.JdbcStateRepository;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterView;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;

/** A node that polls contacts while it leads, with its states in a database, and prints what it delivers. */
final class HandoverChild {

    static final String NAMESPACE = "watch";
    /** The line of a node that leads from now on. */
    static final String LEADS = "leads";
    /** The line of a node that no longer leads. */
    static final String FOLLOWS = "follows";

    private static final int HEARTBEAT_MILLIS = 250;

    private HandoverChild() {}

    /**
     * For {@link #main}.
     *
     * @param skew how far the clock of the node is ahead
     */
    static List<String> arguments(
            OntraportSandbox account, String database, Path locks, long settleTime, Duration skew) {
        return ChildAccount.arguments(account, database, locks.toString(), Long.toString(settleTime), skew.toString());
    }

    public static void main(String[] args) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(args[3]);
            context.getRegistry().bind("state", new JdbcStateRepository(database));
            OntraportComponent component = RootPackage.component(new SkewedClock(Duration.parse(args[6])));
            context.addComponent("ontraport", component);
            ChildAccount.connect(component, List.of(args));
            FileLockClusterService cluster = cluster(args[4]);
            context.addService(cluster);
            for (String event : PollingChild.EVENTS) {
                context.addRoutes(PollingChild.route(
                        "master:" + NAMESPACE + ":ontraport:contacts?stateKey=" + event + "&", event, args[5]));
            }
            context.start();
            report(cluster.getView(NAMESPACE));
            ChildProcess.untilTold();
        }
    }

    private static FileLockClusterService cluster(String locks) {
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setRoot(locks);
        cluster.setAcquireLockDelay(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        return cluster;
    }

    /** Comes after the listeners of the consumers, so these have stopped when the node says that it follows. */
    private static void report(CamelClusterView view) {
        view.addEventListener((CamelClusterEventListener.Leadership)
                (changed, leader) -> print(changed.getLocalMember().isLeader() ? LEADS : FOLLOWS));
    }

    private static void print(String line) {
        try {
            ChildProcess.print(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
