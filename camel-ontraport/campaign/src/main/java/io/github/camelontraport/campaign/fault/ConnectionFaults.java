package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.network.BrokenServer;
import io.github.camelontraport.campaign.network.BrokenServer.Habit;
import io.github.camelontraport.campaign.network.RequestFault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Failures on real sockets of this machine, as the component's HTTP client meets them. */
final class ConnectionFaults {

    /** One of each for the process, as worlds come one after the other. */
    private static final Map<Habit, BrokenServer> SERVERS = servers();

    static final List<FaultKind> KINDS = List.of(
            outside("socket: refused", "http://127.0.0.1:" + BrokenServer.closedPort()),
            outside("socket: unknown host (DNS)", "http://no-such-host.invalid"),
            outside("socket: no reply", url("http", Habit.SILENT)),
            outside("socket: closed", url("http", Habit.CLOSES)),
            outside("socket: reset", url("http", Habit.RESETS)),
            outside("socket: half a reply", url("http", Habit.HALF_A_REPLY)),
            outside("socket: not HTTP", url("http", Habit.GARBAGE)),
            outside("TLS: peer speaks no TLS", url("https", Habit.GARBAGE)),
            outside("TLS: peer resets", url("https", Habit.RESETS)),
            proxied("proxy: refused", BrokenServer.closedPort()),
            proxied(
                    "proxy: wants credentials",
                    SERVERS.get(Habit.PROXY_AUTHENTICATION).port()),
            proxied("proxy: bad gateway", SERVERS.get(Habit.BAD_GATEWAY).port()));

    private ConnectionFaults() {}

    private static Map<Habit, BrokenServer> servers() {
        Map<Habit, BrokenServer> all = new EnumMap<>(Habit.class);
        for (Habit habit : Habit.values()) {
            all.put(habit, new BrokenServer(habit));
        }
        return all;
    }

    private static String url(String scheme, Habit habit) {
        return scheme + "://127.0.0.1:" + SERVERS.get(habit).port();
    }

    private static FaultKind outside(String name, String baseUrl) {
        return kind(name, (request, ways, random) -> ways.outside(request, baseUrl));
    }

    private static FaultKind proxied(String name, int port) {
        return kind(name, (request, ways, random) -> ways.proxied(request, port));
    }

    private static FaultKind kind(String name, RequestFault fault) {
        return new FaultKind(name, RequestFaults.ALL, world -> world.network().fault(fault, RequestFaults.some(world)));
    }
}
