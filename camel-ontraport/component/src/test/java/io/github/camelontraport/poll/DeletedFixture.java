package io.github.camelontraport.poll;

import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.value.Metadata;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A poller of deleted records that a test can restart, and what it delivered. */
final class DeletedFixture {

    static final Duration INTERVAL = Duration.ofDays(1);

    final FailingStore store = new FailingStore();
    final ClientFixture account;
    final ObjectType type;
    final List<Occurrence> delivered = new ArrayList<>();
    OptionalLong maxDeleted = OptionalLong.empty();
    int most = 10;
    Source source;
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
        Watch watch = new Watch(type, Filter.NONE, new Columns(List.of(), List.of()), 50, StartFrom.parse("now"),
                Optional.empty(), Duration.ofMinutes(1), INTERVAL, maxDeleted);
        source = new Source(account.client, new Metadata(account.timing), account.timing);
        Identity identity = Identity.of("deleted", type.plural(), URI.create("https://api.example.test/1"), "app", "");
        poller = PollEvent.DELETED.poller(source, watch, new Checkpoint(store.store(), "state", identity, account.timing));
        poller.open();
    }

    /** One poll, and the ids that it delivered. */
    List<Long> poll() {
        int before = delivered.size();
        poller.begin();
        for (List<Occurrence> next = poller.next(most); !next.isEmpty(); next = poller.next(most)) {
            for (Occurrence occurrence : next) {
                delivered.add(occurrence);
                poller.accepted(occurrence);
            }
        }
        return ids().subList(before, delivered.size());
    }

    List<Long> ids() {
        return delivered.stream().map(Occurrence::id).toList();
    }

    void pass(Duration duration) {
        account.timing.advance(duration);
    }
}
