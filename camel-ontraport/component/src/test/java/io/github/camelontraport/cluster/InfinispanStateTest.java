package io.github.camelontraport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.infinispan.manager.DefaultCacheManager;
import org.jgroups.protocols.LOCAL_PING;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two nodes in one JVM; {@code InfinispanKillIT} has them in two. */
class InfinispanStateTest extends SharedMapTestSupport {

    private static final List<DefaultCacheManager> NODES = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        NODES.add(InfinispanNode.start(new LOCAL_PING()));
        NODES.add(InfinispanNode.start(new LOCAL_PING()));
        assertThat(NODES).allSatisfy(node -> assertThat(node.getMembers()).hasSize(2));
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
        return NODES.get(node).getCache(InfinispanNode.MAP);
    }
}
