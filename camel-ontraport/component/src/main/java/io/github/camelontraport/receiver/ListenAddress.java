package io.github.camelontraport.receiver;

import org.apache.camel.component.webhook.WebhookConfiguration;

/**
 * Where an HTTP server accepts the deliveries of a route.
 *
 * @param server name of the server's component; {@code null} when Camel chooses it
 */
public record ListenAddress(String server, String path) {

    static ListenAddress of(WebhookConfiguration http) {
        return new ListenAddress(http.getWebhookComponentName(), http.computeFullPath(false));
    }

    /** Whether a server cannot tell the two apart. It is unknown which server Camel will choose. */
    boolean conflictsWith(ListenAddress other) {
        return path.equals(other.path) && (server == null || other.server == null || server.equals(other.server));
    }
}
