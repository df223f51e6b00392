package io.github.camelontraport.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Answers as fast as it can: one contact, a page of contacts or of their ids, their number, an upsert. A path is
 * {@code /contacts/latency/1/...}, with the number of contacts there are and the milliseconds that each reply takes.
 */
public final class CannedServer {

    private static final int PAGE = 50;
    private static final Pattern PATH = Pattern.compile("/(\\d+)/(\\d+)/1/(.*)");
    private static final Pattern LAST_ID = Pattern.compile("\"value\":\"?(\\d+)");
    private static final Pattern START = Pattern.compile("(?:^|&)start=(\\d+)");
    private static final Pattern RANGE = Pattern.compile("(?:^|&)range=(\\d+)");
    private static final Pattern ID = Pattern.compile("(?:^|&)id=(\\d+)");
    /** As many as a contact of an account with some fields of its own has. */
    private static final String FIELDS = CannedFields.json(80);

    /** A reply to a write holds what was written. */
    private static final String WRITTEN = "\"firstname\":\"Ada\",\"lastname\":\"Lovelace\",\"city\":\"Bend\",";

    /** Where a search for "kinds" is made: as many fields, of all kinds. */
    private static final String KINDS = CannedKinds.values();

    private static final String METADATA = CannedKinds.metadata();

    private final ScheduledExecutorService replies = Executors.newScheduledThreadPool(8);

    private CannedServer() {}

    public static void main(String[] arguments) throws IOException {
        new CannedServer().run();
    }

    private void run() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", this::accept);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // The process that started it still runs.
        }
        System.exit(0);
    }

    private void accept(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String query = exchange.getRequestURI().getRawQuery();
        byte[] body = body(
                        Long.parseLong(path.group(1)),
                        path.group(3),
                        query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        int latency = Integer.parseInt(path.group(2));
        if (latency == 0) {
            send(exchange, body);
        } else {
            Future<?> unused = replies.schedule(() -> send(exchange, body), latency, TimeUnit.MILLISECONDS);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The client closed the connection, such as one that reads only the first record.
        }
    }

    private static String body(long contacts, String call, String query) {
        if (call.equals("objects/saveorupdate")) {
            return "{\"code\":0,\"data\":{\"attrs\":" + contact(1, WRITTEN + FIELDS) + "},\"account_id\":50}";
        }
        if (call.equals("object")) {
            return "{\"code\":0,\"data\":" + contact(number(ID, query, 1)) + ",\"account_id\":50}";
        }
        if (call.endsWith("/meta")) {
            return METADATA;
        }
        if (call.endsWith("/getInfo")) {
            return "{\"code\":0,\"data\":{\"count\":\"" + contacts + "\"},\"account_id\":50}";
        }
        long size = number(RANGE, query, PAGE);
        boolean descending = query.contains("sortDir=desc");
        long first = descending
                ? Math.max(1, contacts - size + 1)
                : CannedIds.upTo(number(LAST_ID, query, 0)) + number(START, query, 0) + 1;
        long last = Math.min(first + size - 1, contacts);
        String fields = query.contains("search=kinds") ? KINDS : FIELDS;
        boolean onlyIds = query.contains("listFields=id&") || query.endsWith("listFields=id");
        return LongStream.rangeClosed(first, last)
                .map(place -> CannedIds.at(descending ? first + last - place : place))
                .mapToObj(id -> onlyIds ? "{\"id\":\"" + id + "\"}" : contact(id, fields))
                .collect(Collectors.joining(
                        ",",
                        "{\"code\":0,\"data\":[",
                        "],\"account_id\":50,"
                                + (query.contains("count=true") ? "\"count\":\"" + contacts + "\"," : "")
                                + "\"misc\":[]}"));
    }

    private static long number(Pattern where, String query, long otherwise) {
        Matcher found = where.matcher(query);
        return found.find() ? Long.parseLong(found.group(1)) : otherwise;
    }

    private static String contact(long id) {
        return contact(id, FIELDS);
    }

    private static String contact(long id, String fields) {
        return "{\"id\":\"" + id + "\",\"email\":\"contact" + id + "@example.com\",\"date\":\"1760000000\"," + fields
                + "}";
    }
}
