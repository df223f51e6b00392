package io.github.camelontraport.receiver;

import org.apache.camel.component.webhook.WebhookConfiguration;

/**
 * Where an HTTP server takes deliveries for a route.
 *
 * @param server name of its component; {@code null} for whichever Camel finds
 */
public record ListenAddress(String server, String path) {

    static ListenAddress of(WebhookConfiguration http) {
        return new ListenAddress(http.getWebhookComponentName(), http.computeFullPath(false));
    }

    /** Whether a server cannot tell the two apart; which one Camel finds is not known before. */
    boolean isThatOf(ListenAddress other) {
        return path.equals(other.path) && (server == null || other.server == null || server.equals(other.server));
    }
}
