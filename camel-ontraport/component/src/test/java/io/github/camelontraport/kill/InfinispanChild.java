package io.github.camelontraport.kill;

import io.github.camelontraport.MapStateRepository;
import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.cluster.InfinispanNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.infinispan.manager.DefaultCacheManager;
import org.jgroups.protocols.FILE_PING;

/** A JVM with a node of an Infinispan cluster, in whose map it keeps the state of a poll, or the ledger of a sync. */
final class InfinispanChild {

    static final String POLL = "poll";
    private static final String DEDUP = "dedup";

    private InfinispanChild() {}

    /** For {@link #main}. */
    static List<String> polling(Path folder, OntraportSandbox account) {
        return SyncingChild.arguments(folder, account, POLL, 0);
    }

    /** For {@link #main}. */
    static List<String> syncing(Path folder, OntraportSandbox account, int life) {
        return SyncingChild.arguments(folder, account, DEDUP, life);
    }

    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        try (DefaultCacheManager node = node(Path.of(args[3]).getParent())) {
            ConcurrentMap<String, String> map = node.getCache(InfinispanNode.MAP);
            if (args[4].equals(DEDUP)) {
                SyncingChild.sync(arguments, new MapSyncLedger(map), SyncingChild::print);
                ChildProcess.untilTold();
            } else {
                try (CamelContext context = poll(arguments, map, SyncingChild::print)) {
                    ChildProcess.untilTold();
                }
            }
        }
    }

    /** @param folder through which the nodes find each other */
    static DefaultCacheManager node(Path folder) throws Exception {
        return InfinispanNode.start(new FILE_PING().setLocation(folder.toString()));
    }

    /** @param lines are given the id of each contact that is delivered */
    static CamelContext poll(List<String> args, ConcurrentMap<String, String> map, ChildProcess.Lines lines)
            throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("state", new MapStateRepository(map));
        ChildAccount.connect(context, args);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("ontraport:contacts?startFrom=beginning&stateRepository=#state&stateKey=k&initialDelay=0&delay=20")
                        .process(exchange -> lines.take(
                                exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID, String.class)));
            }
        });
        context.start();
        return context;
    }
}
