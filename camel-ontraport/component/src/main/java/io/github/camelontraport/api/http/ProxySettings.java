package io.github.camelontraport.api.http;

/**
 * The HTTP proxy to go through. The text form shows neither user nor password.
 *
 * @param username {@code null} when the proxy asks for no credentials
 * @param password {@code null} with the username
 */
public record ProxySettings(String host, int port, String username, String password) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
