package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.FailingStore;
import io.github.camelontraport.poll.InitialPosition;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.Projection;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.CheckpointOwner;
import io.github.camelontraport.poll.factory.PollerFactory;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A poller of deleted records that a test can restart, and what it delivered. */
final class DeletedFixture {

    static final Duration INTERVAL = Duration.ofDays(1);
    static final Duration SETTLE = Duration.ofSeconds(30);

    final FailingStore store = new FailingStore();
    final ClientFixture account;
    final ObjectType type;
    final List<RecordEvent> delivered = new ArrayList<>();
    OptionalLong maxDeleted = OptionalLong.empty();
    int most = 10;
    PollingClient client;
    Poller poller;

    DeletedFixture(Transport transport) {
        this(transport, "contacts");
    }

    DeletedFixture(Transport transport, String type) {
        this.account = new ClientFixture(transport, Integer.MAX_VALUE, ClientFixture.settings(Duration.ofMinutes(5)));
        this.type = ObjectTypes.find(type).orElseThrow();
        restart();
    }

    /** Another process takes over what is stored. */
    void restart() {
        PollSpec spec = new PollSpec(
                type,
                RecordFilter.NONE,
                new Projection(List.of(), List.of()),
                50,
                InitialPosition.parse("now"),
                Optional.empty(),
                SETTLE,
                INTERVAL,
                maxDeleted);
        client = new PollingClient(account.client, new ObjectMetadataCache(account.timeSource), account.timeSource);
        CheckpointOwner identity =
                CheckpointOwner.of("deleted", type.plural(), URI.create("https://api.example.test/1"), "app", "");
        poller = PollerFactory.make(
                PollEvent.DELETED, client, spec, new Checkpoint(store.store(), "state", identity, account.timeSource));
        poller.open();
    }

    /** One poll, or two if the first found ids missing and must wait until that has settled; and the ids delivered. */
    List<Long> poll() {
        int before = delivered.size();
        pollOnce();
        if (((DeletedPoller) poller).isWaiting()) {
            pass(SETTLE);
            pollOnce();
        }
        return ids().subList(before, delivered.size());
    }

    void pollOnce() {
        poller.begin();
        for (List<RecordEvent> next = poller.next(most); !next.isEmpty(); next = poller.next(most)) {
            for (RecordEvent event : next) {
                delivered.add(event);
                poller.acknowledge(event);
            }
        }
    }

    List<Long> ids() {
        return delivered.stream().map(RecordEvent::id).toList();
    }

    void pass(Duration duration) {
        account.timeSource.advance(duration);
    }
}
