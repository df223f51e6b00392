package io.github.camelontraport.sandbox;

/** The address that the server listens on, and the host by which clients on this machine reach it. */
final class ListenAddress {

    static final String LOOPBACK = "127.0.0.1";

    private ListenAddress() {}

    static String nameInUrl(String host) {
        return switch (host) {
            case LOOPBACK, "0.0.0.0", "::" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}
