package io.github.camelontraport.api.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The proxies of the JVM's settings, but none for plain HTTP to this machine: keys would leave it in the clear. */
final class SystemProxies extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
        ProxySelector system = ProxySelector.getDefault();
        boolean onThisMachine = uri.getHost() != null && LoopbackHosts.contain(uri.getHost());
        return system == null || (onThisMachine && "http".equalsIgnoreCase(uri.getScheme()))
                ? List.of(Proxy.NO_PROXY)
                : system.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        ProxySelector system = ProxySelector.getDefault();
        if (system != null) {
            system.connectFailed(uri, address, failure);
        }
    }
}
