package io.github.camelontraport.cluster;

import java.net.InetAddress;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/** Starts embedded cache managers that talk TCP on the loopback interface, and have one replicated map. */
public final class InfinispanNode {

    /** The name of the map. */
    public static final String MAP = "ontraport";

    private InfinispanNode() {}

    /** @param discovery how a node finds the others; the default is multicast, which not every machine has */
    public static DefaultCacheManager start(Protocol discovery) throws Exception {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().transport(new JGroupsTransport(channel(discovery)));
        global.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
        ConfigurationBuilder cache = new ConfigurationBuilder();
        cache.clustering().cacheMode(CacheMode.REPL_SYNC);
        DefaultCacheManager node = new DefaultCacheManager(global.build());
        node.defineConfiguration(MAP, cache.build());
        return node;
    }

    private static JChannel channel(Protocol discovery) throws Exception {
        TCP tcp = new TCP();
        tcp.setBindAddress(InetAddress.getLoopbackAddress());
        tcp.setBindPort(0);
        return new JChannel(
                tcp, discovery, new FD_SOCK2(), new NAKACK2(), new UNICAST3(), new STABLE(), new GMS(), new FRAG4());
    }
}
