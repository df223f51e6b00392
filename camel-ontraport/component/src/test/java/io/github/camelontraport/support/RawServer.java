package io.github.camelontraport.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server or proxy that does with each connection what a test says, byte by byte. */
public final class RawServer implements AutoCloseable {

    /** What becomes of a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(Socket connection) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final ServerSocket server;
    private final Behaviour behaviour;

    public RawServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections so far. */
    public int connections() {
        return connections.get();
    }

    /** Connections whose behaviour has come to its end. */
    public int ended() {
        return ended.get();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket connection = server.accept();
            sockets.add(connection);
            connections.incrementAndGet();
            threads.submit(() -> serve(connection));
        }
    }

    private Void serve(Socket connection) throws IOException {
        try (connection) {
            behaviour.serve(connection);
        } finally {
            ended.incrementAndGet();
        }
        return null;
    }

    /** A request without its body; the body is read, too, when its length is in the head. */
    public static String request(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client closed the connection");
            }
            head.append((char) next);
        }
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                in.readNBytes(
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()));
            }
        }
        return head.toString();
    }

    public static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** An answer with a body, after which the connection is kept alive. */
    public static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Reads what comes until the client closes the connection. */
    public static void awaitClose(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        while (in.read() >= 0) {
            // Nothing is answered.
        }
    }

    /** Makes the connection a tunnel to a port of this machine, until one side closes it. */
    public void tunnel(Socket connection, int port) throws IOException {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sockets.add(target);
            threads.submit(() -> target.getInputStream().transferTo(connection.getOutputStream()));
            connection.getInputStream().transferTo(target.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
