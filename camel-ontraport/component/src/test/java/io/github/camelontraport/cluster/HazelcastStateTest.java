package io.github.camelontraport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two members on the loopback interface. */
class HazelcastStateTest extends SharedMapTestSupport {

    private static final String CLUSTER = UUID.randomUUID().toString();
    private static final List<HazelcastInstance> MEMBERS = new ArrayList<>();

    @BeforeAll
    static void start() {
        HazelcastInstance first = member(List.of());
        InetSocketAddress address = (InetSocketAddress) first.getLocalEndpoint().getSocketAddress();
        HazelcastInstance second = member(List.of("127.0.0.1:" + address.getPort()));
        assertThat(second.getCluster().getMembers()).hasSize(2);
    }

    private static HazelcastInstance member(List<String> others) {
        Config config = new Config().setClusterName(CLUSTER);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.getMetricsConfig().setEnabled(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(others);
        HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
        MEMBERS.add(member);
        return member;
    }

    @AfterAll
    static void stop() {
        MEMBERS.forEach(HazelcastInstance::shutdown);
        MEMBERS.clear();
    }

    @Override
    ConcurrentMap<String, String> map(int node) {
        return MEMBERS.get(node).getMap("ontraport");
    }
}
