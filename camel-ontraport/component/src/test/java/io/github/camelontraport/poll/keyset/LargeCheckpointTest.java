package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** More rows were delivered than fit the line of state, so most of them are in a separate part. */
class LargeCheckpointTest {

    private static final String PART = "state#log";

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();
    private final PollSpecBuilder watching =
            PollSpecBuilder.of(PollEvent.CREATED).from("beginning");

    /** Ids with a gap after each, so that nothing settles by itself. */
    private List<Long> createWithGaps(long first, int records) {
        List<Long> ids =
                LongStream.range(0, records).map(i -> first + 2 * i).boxed().toList();
        ids.forEach(id -> account.create(Map.of("id", id, "firstname", "x")));
        return ids;
    }

    @Test
    void nothingComesAgainAfterARestart() {
        List<Long> ids = createWithGaps(2, 1_300);

        assertThat(PollAccount.ids(PollAccount.poll(account.start(watching, store))))
                .isEqualTo(ids);
        assertThat(store.kept()).containsKey(PART);
        assertThat(store.kept().get("state").length()).as("line of state").isLessThan(3_000);
        assertThat(PollAccount.poll(account.start(watching, store))).isEmpty();
        account.pass(31);
        Poller settled = account.start(watching, store);
        // The first reply shows how old the state is.
        assertThat(PollAccount.poll(settled)).isEmpty();
        assertThat(PollAccount.poll(settled)).isEmpty();
        assertThat(store.kept()).containsEntry(PART, "");
        assertThat(account.requests(() -> PollAccount.poll(settled))).isOne();
    }

    /** Whatever put is the last before the crash, at most the record under way comes again. */
    @Test
    void aCrashBetweenAnyTwoPutsRepeatsOneRecordAtMost() {
        List<Long> ids = new ArrayList<>(createWithGaps(2, 500));
        PollAccount.poll(account.start(watching, store));
        account.pass(20);
        ids.addAll(createWithGaps(2_000, 499));
        PollAccount.poll(account.start(watching, store));
        // The first 500 have settled: the bound rises above them with the first delivery that is too much for one line.
        account.pass(20);
        ids.addAll(createWithGaps(4_000, 150));
        Map<String, String> before = Map.copyOf(store.kept());

        for (int puts = 0; puts < 4; puts++) {
            for (boolean keeps : new boolean[] {true, false}) {
                CrashingStore crashing = new CrashingStore();
                crashing.kept().putAll(before);
                crashing.breakAfter(puts, keeps);
                List<Long> delivered = new ArrayList<>();
                pollUntilBroken(account.start(watching, crashing), delivered);
                crashing.mend();
                int underWay = delivered.size();
                delivered.addAll(PollAccount.ids(PollAccount.poll(account.start(watching, crashing))));

                assertThat(delivered)
                        .as("crash after %d puts", puts)
                        .containsAll(ids.subList(999, 1_149))
                        .hasSizeBetween(150, 151);
                assertThat(underWay).isLessThanOrEqualTo(puts + 1);
            }
        }
    }

    private static void pollUntilBroken(Poller poller, List<Long> delivered) {
        poller.begin();
        assertThatThrownBy(() -> {
                    for (List<RecordEvent> found = poller.next(50); !found.isEmpty(); found = poller.next(50)) {
                        for (RecordEvent event : found) {
                            delivered.add(event.id());
                            poller.acknowledge(event);
                        }
                    }
                })
                .isInstanceOf(CrashingStore.Broken.class);
    }

    /** The message on other states says: remove the state to begin anew. Nobody removes what is under further keys. */
    @Test
    void aPartLeftOfARemovedStateHidesNothing() {
        List<Long> ids = createWithGaps(2, 600);
        PollAccount.poll(account.start(watching, store));
        store.kept().remove("state");
        PollAccount.poll(account.start(watching, store), 10);

        assertThat(PollAccount.ids(PollAccount.poll(account.start(watching, store))))
                .isEqualTo(ids.subList(10, 600));
    }

    @Test
    void aMissingOrDamagedPartStopsTheStart() {
        createWithGaps(2, 600);
        PollAccount.poll(account.start(watching, store));
        Map<String, String> good = new HashMap<>(store.kept());

        store.kept().put(PART, good.get(PART).substring(0, good.get(PART).length() / 2));
        assertThatThrownBy(() -> account.start(watching, store))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("'state' cannot be read")
                .hasMessageContaining("It is left as it is");
        store.kept().remove(PART);
        assertThatThrownBy(() -> account.start(watching, store))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("'" + PART + "' is missing")
                .hasMessageContaining("Restore it from a copy");
    }

    /** Two changes in one second, which a digest in the text distinguishes, and records that share one second. */
    @Test
    void versionsOfManyRecordsAreRememberedToo() {
        PollSpecBuilder updated = PollSpecBuilder.of(PollEvent.UPDATED).from("beginning");
        List<Long> ids = account.create(700);
        PollAccount.poll(account.start(updated, store));
        account.sandbox().update(PollAccount.CONTACT, ids.get(3), Map.of("firstname", "again"));
        account.pass(Duration.ofMillis(200));

        assertThat(PollAccount.ids(PollAccount.poll(account.start(updated, store))))
                .containsExactly(ids.get(3));
        assertThat(PollAccount.poll(account.start(updated, store))).isEmpty();
    }
}
