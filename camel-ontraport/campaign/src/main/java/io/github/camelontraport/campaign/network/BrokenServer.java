package io.github.camelontraport.campaign.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on this machine that does one thing wrong with every connection. */
public final class BrokenServer implements AutoCloseable {

    /** What it does. */
    public enum Habit {
        /** Reads and never answers. */
        SILENT,
        /** Closes the connection when the request has come. */
        CLOSES,
        /** Closes it by a reset. */
        RESETS,
        /** Promises more than it sends. */
        HALF_A_REPLY,
        /** Sends what is not HTTP. */
        GARBAGE,
        /** Wants credentials, as a proxy does. */
        PROXY_AUTHENTICATION,
        /** Is a proxy that cannot reach anything. */
        BAD_GATEWAY
    }

    private final ServerSocket socket;
    private final Habit habit;

    public BrokenServer(Habit habit) {
        this.habit = habit;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "campaign-server-" + habit);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** A port at which nobody listens. */
    public static int closedPort() {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return unused.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            } catch (IOException e) {
                // Closed, or the client went away before: the condition of the loop tells.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            byte[] request = new byte[8_192];
            int read = in.read(request);
            switch (habit) {
                case SILENT -> {
                    while (read >= 0) {
                        read = in.read(request);
                    }
                }
                case CLOSES -> connection.shutdownOutput();
                case RESETS -> connection.setSoLinger(true, 0);
                case HALF_A_REPLY -> send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"code\":0,\"da");
                case GARBAGE -> send(connection, "\u0000\u0001 this is not what you think it is\n\n\n");
                case PROXY_AUTHENTICATION -> reply(connection, "407 Proxy Authentication Required");
                case BAD_GATEWAY -> reply(connection, "502 Bad Gateway");
            }
        } catch (IOException e) {
            // The client went away: it is what it may do.
            return;
        }
    }

    private static void reply(Socket connection, String status) throws IOException {
        send(
                connection,
                String.join(
                        "\r\n",
                        "HTTP/1.1 " + status,
                        "Proxy-Authenticate: Basic realm=proxy",
                        "Content-Length: 0",
                        "Connection: close",
                        "",
                        ""));
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
