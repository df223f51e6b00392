package io.github.camelontraport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.LOCAL_PING;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two embedded cache managers that talk TCP on the loopback interface. */
class InfinispanStateTest extends SharedMapTestSupport {

    private static final List<DefaultCacheManager> NODES = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        node();
        node();
        assertThat(NODES).allSatisfy(node -> assertThat(node.getMembers()).hasSize(2));
    }

    private static void node() throws Exception {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().transport(new JGroupsTransport(channel()));
        global.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
        ConfigurationBuilder cache = new ConfigurationBuilder();
        cache.clustering().cacheMode(CacheMode.REPL_SYNC);
        DefaultCacheManager node = new DefaultCacheManager(global.build());
        node.defineConfiguration("ontraport", cache.build());
        NODES.add(node);
    }

    /** The default stack finds others by multicast, which not every machine has. */
    private static JChannel channel() throws Exception {
        TCP tcp = new TCP();
        tcp.setBindAddress(InetAddress.getLoopbackAddress());
        tcp.setBindPort(0);
        return new JChannel(tcp, new LOCAL_PING(), new NAKACK2(), new UNICAST3(), new STABLE(), new GMS(), new FRAG4());
    }

    @AfterAll
    static void stop() throws Exception {
        for (DefaultCacheManager node : NODES) {
            node.close();
        }
        NODES.clear();
    }

    @Override
    ConcurrentMap<String, String> map(int node) {
        return NODES.get(node).getCache("ontraport");
    }
}
