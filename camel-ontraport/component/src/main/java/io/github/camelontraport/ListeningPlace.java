package io.github.camelontraport;

import org.apache.camel.component.webhook.WebhookConfiguration;

/**
 * Where an HTTP server takes deliveries for a route.
 *
 * @param server name of its component; {@code null} for whichever Camel finds
 */
record ListeningPlace(String server, String path) {

    static ListeningPlace of(WebhookConfiguration http) {
        return new ListeningPlace(http.getWebhookComponentName(), http.computeFullPath(false));
    }

    /** Whether a server cannot tell the two apart; which one Camel finds is not known before. */
    boolean isThatOf(ListeningPlace other) {
        return path.equals(other.path) && (server == null || other.server == null || server.equals(other.server));
    }
}
