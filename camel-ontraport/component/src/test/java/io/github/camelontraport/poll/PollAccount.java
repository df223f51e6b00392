package io.github.camelontraport.poll;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.factory.PollerFactory;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An empty account and a poller's surroundings. Their two clocks differ; a test moves them together or steps one of them. */
public final class PollAccount {

    public static final int CONTACT = 0;

    private static final int PLENTY = 1_000_000;
    private static final Duration ROOM = Duration.ofDays(1);
    private static final String KEY = "state";

    // Kept, as making one takes longer than a test; by thread, as jqwik may go on with a failed try on another.
    private static final ThreadLocal<SteppingClock> CLOCK = ThreadLocal.withInitial(
            () -> new SteppingClock(new ManualTimeSource().now().minus(ROOM)));

    private static final ThreadLocal<OntraportSandbox> SANDBOX =
            ThreadLocal.withInitial(() -> OntraportSandbox.builder()
                    .http(false)
                    .requestsPerMinute(PLENTY)
                    .clock(CLOCK.get())
                    .start());

    private final OntraportSandbox sandbox = SANDBOX.get();
    private final ManualTimeSource timing = new ManualTimeSource();
    private final SandboxTransport transport;
    private final ClientSettings settings;
    private Duration step = Duration.ZERO;

    public PollAccount() {
        this(Duration.ofSeconds(-47));
    }

    /** @param ahead by how much the server's clock is ahead of ours; not more than a day behind */
    public PollAccount(Duration ahead) {
        CLOCK.get().step(Duration.ZERO);
        sandbox.reset();
        sandbox.clock().advance(ROOM.plus(ahead));
        transport = new SandboxTransport(sandbox);
        settings = new ClientSettings(
                URI.create(sandbox.baseUrl()),
                new Credentials(sandbox.apiKey(), sandbox.appId()),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0));
    }

    /** As a start of the program makes it: it knows nothing of the server. */
    private PollingClient client() {
        OntraportClient api = new OntraportClient(
                settings,
                transport,
                new SlidingWindowRateLimiter(PLENTY, timing, () -> 0),
                timing,
                new ApiHealth(timing),
                CallListener.NONE);
        return new PollingClient(api, new ObjectMetadataCache(timing), timing);
    }

    /** How many requests for tags were answered. */
    public int tagLookups() {
        return transport.answered(14);
    }

    public OntraportSandbox sandbox() {
        return sandbox;
    }

    public ManualTimeSource timing() {
        return timing;
    }

    public void pass(Duration time) {
        timing.advance(time);
        sandbox.clock().advance(time);
    }

    public void pass(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** Sets the server's clock forward or back, to this distance from where it would be. Ours goes on as it is. */
    public void stepServerClock(Duration distance) {
        step = distance;
        CLOCK.get().step(distance);
    }

    /** How far the server's clock is from where it would be. */
    public Duration serverClockStep() {
        return step;
    }

    public Instant serverTime() {
        return sandbox.clock().instant();
    }

    public long create(Map<String, ?> fields) {
        return sandbox.create(CONTACT, fields);
    }

    /** So many contacts, all in this second. */
    public List<Long> create(int records) {
        List<Long> ids = new ArrayList<>(records);
        for (int i = 0; i < records; i++) {
            ids.add(create(Map.of("firstname", "n" + i)));
        }
        return ids;
    }

    /** A poller as after a start of the program: it knows what the store has. */
    public Poller start(PollSpecBuilder watching, CrashingStore store) {
        Poller poller = PollerFactory.make(watching.event(), client(), watching.spec(), checkpoint(watching, store));
        poller.open();
        return poller;
    }

    Checkpoint checkpoint(PollSpecBuilder watching, CrashingStore store) {
        return new Checkpoint(store.store(), KEY, watching.identity(), timing);
    }

    /** One poll in which everything is accepted. */
    public static List<RecordEvent> poll(Poller poller) {
        return poll(poller, Integer.MAX_VALUE);
    }

    public static List<RecordEvent> poll(Poller poller, int most) {
        List<RecordEvent> all = new ArrayList<>();
        poller.begin();
        while (all.size() < most) {
            List<RecordEvent> found = poller.next(Math.min(50, most - all.size()));
            if (found.isEmpty()) {
                break;
            }
            for (RecordEvent event : found) {
                poller.acknowledge(event);
                all.add(event);
            }
        }
        return all;
    }

    public static List<Long> ids(List<RecordEvent> events) {
        return events.stream().map(RecordEvent::id).toList();
    }

    /** How many requests the action takes. */
    public int requests(Runnable action) {
        int before = sandbox.requestCount();
        action.run();
        return sandbox.requestCount() - before;
    }
}
