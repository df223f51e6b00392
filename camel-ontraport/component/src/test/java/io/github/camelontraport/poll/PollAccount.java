package io.github.camelontraport.poll;

import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.Pulse;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.budget.RollingBudget;
import io.github.camelontraport.api.time.ManualTiming;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.value.Metadata;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An empty account and a poller's surroundings. Their two clocks are apart, and move together when told to. */
final class PollAccount {

    static final int CONTACT = 0;

    private static final int PLENTY = 1_000_000;
    private static final Duration ROOM = Duration.ofDays(1);
    private static final String KEY = "state";

    // Kept, as making one takes longer than a test; by thread, as jqwik may go on with a failed try on another.
    private static final ThreadLocal<OntraportSandbox> SANDBOX = ThreadLocal.withInitial(() -> OntraportSandbox.builder()
            .http(false).requestsPerMinute(PLENTY)
            .clock(Clock.fixed(new ManualTiming().now().minus(ROOM), ZoneOffset.UTC)).start());

    private final OntraportSandbox sandbox = SANDBOX.get();
    private final ManualTiming timing = new ManualTiming();
    private final Source source;

    PollAccount() {
        this(Duration.ofSeconds(-47));
    }

    /** @param ahead by how much the server's clock is ahead of ours; not more than a day behind */
    PollAccount(Duration ahead) {
        sandbox.reset();
        sandbox.clock().advance(ROOM.plus(ahead));
        ClientSettings settings = new ClientSettings(URI.create(sandbox.baseUrl()),
                new Credentials(sandbox.apiKey(), sandbox.appId()), Duration.ofMinutes(1), Duration.ofMinutes(1),
                new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0));
        OntraportClient client = new OntraportClient(settings, new SandboxTransport(sandbox),
                new RollingBudget(PLENTY, timing, () -> 0), timing, new Pulse(timing), CallListener.NONE);
        source = new Source(client, new Metadata(timing), timing);
    }

    OntraportSandbox sandbox() {
        return sandbox;
    }

    ManualTiming timing() {
        return timing;
    }

    void pass(Duration time) {
        timing.advance(time);
        sandbox.clock().advance(time);
    }

    void pass(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    Instant serverTime() {
        return sandbox.clock().instant();
    }

    long create(Map<String, ?> fields) {
        return sandbox.create(CONTACT, fields);
    }

    /** So many contacts, all in this second. */
    List<Long> create(int records) {
        List<Long> ids = new ArrayList<>(records);
        for (int i = 0; i < records; i++) {
            ids.add(create(Map.of("firstname", "n" + i)));
        }
        return ids;
    }

    /** A poller as after a start of the program: it knows what the store has. */
    Poller start(Watching watching, CrashingStore store) {
        Poller poller = watching.event().poller(source, watching.watch(), checkpoint(watching, store));
        poller.open();
        return poller;
    }

    Checkpoint checkpoint(Watching watching, CrashingStore store) {
        return new Checkpoint(store.store(), KEY, watching.identity(), timing);
    }

    /** One poll in which everything is accepted. */
    static List<Occurrence> poll(Poller poller) {
        return poll(poller, Integer.MAX_VALUE);
    }

    static List<Occurrence> poll(Poller poller, int most) {
        List<Occurrence> all = new ArrayList<>();
        poller.begin();
        while (all.size() < most) {
            List<Occurrence> found = poller.next(Math.min(50, most - all.size()));
            if (found.isEmpty()) {
                break;
            }
            for (Occurrence occurrence : found) {
                poller.accepted(occurrence);
                all.add(occurrence);
            }
        }
        return all;
    }

    static List<Long> ids(List<Occurrence> occurrences) {
        return occurrences.stream().map(Occurrence::id).toList();
    }

    /** How many requests the action takes. */
    int requests(Runnable action) {
        int before = sandbox.requestCount();
        action.run();
        return sandbox.requestCount() - before;
    }
}
