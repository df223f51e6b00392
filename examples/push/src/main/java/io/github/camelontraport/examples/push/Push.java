package io.github.camelontraport.examples.push;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;

/**
 * Starts the route of {@code routes/welcome.camel.yaml} with a sandbox that delivers to it, and gives three contacts the
 * tag. With a real account only the route is needed, not this class.
 */
public final class Push {

    private static final int CONTACT = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Map<String, String>> PEOPLE = List.of(
            Map.of("firstname", "Nora", "lastname", "Stone"),
            Map.of("firstname", "Jürgen", "lastname", "Müller"),
            Map.of("firstname", "Ada", "lastname", "Lovelace"));

    private Push() {}

    public static void main(String[] arguments) throws Exception {
        run(System.out);
    }

    /** @return number of contacts that the route has tagged */
    static long run(PrintStream out) throws Exception {
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            // A route can listen for a tag only when the account has it.
            sandbox.addTag(CONTACT, sandbox.create(CONTACT, Map.of("firstname", "Earlier")), "VIP");
            CountDownLatch subscribed = new CountDownLatch(1);
            sandbox.faults().on("POST", "/Webhook/subscribe").thenRun(subscribed::countDown);
            String url = "http://localhost:" + freePort();
            Main main = main(sandbox, url);
            main.start();
            try {
                if (!subscribed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("No subscription was created within " + PATIENCE);
                }
                out.println("The sandbox delivers to " + url + "/vip when a contact gets the tag VIP.");
                PEOPLE.forEach(person -> sandbox.addTag(CONTACT, sandbox.create(CONTACT, person), "VIP"));
                sandbox.webhooks().awaitQuiet(PATIENCE);
            } finally {
                main.stop();
            }
            long tagged = sandbox.requests().stream()
                    .filter(request -> request.path().equals("/objects/tagByName"))
                    .count();
            out.println(PEOPLE.size() + " contacts got the tag, " + tagged + " of them were welcomed, without a poll.");
            return tagged;
        }
    }

    private static Main main(OntraportSandbox sandbox, String url) {
        byte[] token = new byte[24];
        new SecureRandom().nextBytes(token);
        Main main = new Main();
        main.addInitialProperty("camel.server.port", url.replaceAll(".*:", ""));
        main.addInitialProperty("hooks.url", url);
        main.addInitialProperty("hooks.token", HexFormat.of().formatHex(token));
        main.addInitialProperty("camel.component.ontraport.baseUrl", sandbox.baseUrl());
        main.addInitialProperty("camel.component.ontraport.apiKey", sandbox.apiKey());
        main.addInitialProperty("camel.component.ontraport.appId", sandbox.appId());
        return main;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
