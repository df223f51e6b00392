package io.github.camelontraport.account;

import io.github.camelontraport.api.http.LoopbackHosts;
import io.github.camelontraport.api.http.ProxySettings;
import java.net.URI;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of a base URL whose keys travel in the clear to another machine, which {@code allowInsecureHttp} permits. */
final class PlainHttpWarning {

    private static final Logger LOG = LoggerFactory.getLogger(PlainHttpWarning.class);

    private PlainHttpWarning() {}

    /** @param proxy null without one */
    static void log(URI baseUrl, ProxySettings proxy) {
        if (baseUrl.getScheme().equalsIgnoreCase("https")) {
            return;
        }
        Stream.of(proxy == null ? "" : proxy.host(), baseUrl.getHost())
                .filter(host -> !host.isEmpty() && !LoopbackHosts.contain(host))
                .findFirst()
                .ifPresent(host -> LOG.warn(
                        "API key, app id and records travel in the clear to {}: baseUrl is {}, and allowInsecureHttp is true. "
                                + "That is for a sandbox; a real account needs https",
                        host,
                        baseUrl));
    }
}
