package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.Poller;
import io.github.camelontraport.poll.RecordEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that ignores a parameter fails the poll, and nothing of its reply is delivered. */
class IgnoringServerTest {

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();

    private void old() {
        account.create(5);
        account.pass(100);
    }

    /** Fails before anything is delivered. */
    private void fails(Poller poller) {
        List<Long> delivered = new ArrayList<>();
        assertThatThrownBy(() -> {
                    poller.begin();
                    for (List<RecordEvent> found = poller.next(50); !found.isEmpty(); found = poller.next(50)) {
                        delivered.addAll(PollAccount.ids(found));
                        found.forEach(poller::acknowledge);
                    }
                })
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("ignored");
        assertThat(delivered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CREATED, 1", "CREATED, 2", "CREATED, 50", "UPDATED, 1", "UPDATED, 2", "UPDATED, 50"})
    void theSort(PollEvent event, int pageSize) {
        old();
        PollSpecBuilder watching = PollSpecBuilder.of(event).pageSize(pageSize);
        Poller poller = account.start(watching, store);
        PollAccount.poll(poller);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.addAll(account.create(1));
            account.pass(1);
        }
        account.sandbox().faults().ignoreSort(true);
        fails(poller);
        account.sandbox().faults().ignoreSort(false);

        assertThat(PollAccount.ids(PollAccount.poll(poller))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({"CREATED, 1", "CREATED, 2", "CREATED, 50", "UPDATED, 1", "UPDATED, 2", "UPDATED, 50"})
    void theCondition(PollEvent event, int pageSize) {
        old();
        Poller poller = account.start(PollSpecBuilder.of(event).pageSize(pageSize), store);
        PollAccount.poll(poller);
        account.pass(100);
        PollAccount.poll(poller);
        account.pass(100);
        List<Long> ids = account.create(4);
        account.sandbox().faults().ignoreCondition(true);
        fails(poller);
        account.sandbox().faults().ignoreCondition(false);

        assertThat(PollAccount.ids(PollAccount.poll(poller))).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "UPDATED"})
    void theSortAtFirstContact(PollEvent event) {
        old();
        account.create(1);
        account.sandbox().faults().ignoreSort(true);
        Poller poller = account.start(PollSpecBuilder.of(event).pageSize(1), store);
        fails(poller);
        assertThat(store.isEmpty()).as("nothing is stored of it").isTrue();
        account.sandbox().faults().ignoreSort(false);

        assertThat(PollAccount.poll(poller)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "UPDATED"})
    void theConditionAtFirstContactFromATime(PollEvent event) {
        old();
        account.pass(100);
        String instant = account.serverTime().toString();
        List<Long> ids = account.create(2);
        account.sandbox().faults().ignoreCondition(true);
        Poller poller = account.start(PollSpecBuilder.of(event).from(instant), store);
        fails(poller);
        account.sandbox().faults().ignoreCondition(false);

        assertThat(PollAccount.ids(PollAccount.poll(poller))).isEqualTo(ids);
    }

    /** The bound is respected, the user's own condition is not. */
    @ParameterizedTest
    @EnumSource(names = {"CREATED", "UPDATED"})
    void theFilter(PollEvent event) {
        Poller poller = account.start(PollSpecBuilder.of(event).condition("lastname = 'in'"), store);
        PollAccount.poll(poller);
        account.create(Map.of("lastname", "out"));
        account.sandbox().faults().ignoreCondition(true);

        fails(poller);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "UPDATED"})
    void theFilterAmongRowsThatAreAllAboveTheBound(PollEvent event) {
        Poller poller = account.start(
                PollSpecBuilder.of(event).condition("lastname = 'in'").from("beginning"), store);
        account.create(Map.of("lastname", "in"));
        account.create(Map.of("lastname", "out"));
        account.sandbox().faults().ignoreCondition(true);

        fails(poller);
    }
}
