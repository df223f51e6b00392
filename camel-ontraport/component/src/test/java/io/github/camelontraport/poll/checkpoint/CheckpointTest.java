package io.github.camelontraport.poll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** State that cannot be used stops the start, before any request, and stays as it is. */
class CheckpointTest {

    private static final String KEY = "state";

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();
    private final PollSpecBuilder watching = PollSpecBuilder.of(PollEvent.CREATED);

    @BeforeEach
    void aConsumerThatHasPolled() {
        PollAccount.poll(account.start(watching, store));
        account.sandbox().forgetRequests();
    }

    private void refused(PollSpecBuilder other, String... explained) {
        Map<String, String> before = Map.copyOf(store.kept());
        assertThatThrownBy(() -> account.start(other, store))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(explained)
                .hasMessageContaining("'" + KEY + "'");
        assertThat(store.kept()).isEqualTo(before);
        assertThat(account.sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "\"text\"", "null", "{}", "{\"ontraport\":2}", "{\"ontraport\":3}"})
    void unreadable(String text) {
        store.kept().put(KEY, text);

        refused(watching, "cannot be read", "It is left as it is", "Restore it from a copy, or remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"watermark\":0", "\"seen\":[]", "\"delivered\":\"0:\""})
    void torn(String torn) {
        String text = store.kept().get(KEY);
        store.kept().put(KEY, text.substring(0, text.indexOf(torn) + torn.length() - 1));

        refused(watching, "cannot be read", "it is no JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"watermark\":\"x\"",
                "\"watermark\":1.5",
                "\"seen\":[{\"position\":1,\"at\":\"noon\"}]",
                "\"delivered\":\"5-x\"",
                "\"delivered\":\"99999999995:5+99999999994\""
            })
    void aPartThatIsDamaged(String part) {
        String field = part.substring(0, part.indexOf(':'));
        String text = store.kept().get(KEY).replaceFirst(field + ":(\"[^\"]*\"|\\[]|\\d+)", part);
        assertThat(text).contains(part);
        store.kept().put(KEY, text);

        refused(watching, "a part of it cannot be understood");
    }

    /** Versions take more memory than ids, so fewer of them are believed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999=90000000:1+89999999",
                "9999999998=600000:1+599999;9999999999=600000:600001+599999",
                "9999999999=1000001:1+1000000"
            })
    void moreVersionsThanAnAccountHas(String delivered) {
        PollSpecBuilder updated = PollSpecBuilder.of(PollEvent.UPDATED);
        store.kept().remove(KEY);
        PollAccount.poll(account.start(updated, store));
        account.sandbox().forgetRequests();
        String text =
                store.kept().get(KEY).replaceFirst("\"delivered\":\"[^\"]*\"", "\"delivered\":\"" + delivered + "\"");
        assertThat(text).contains(delivered);
        store.kept().put(KEY, text);

        refused(updated, "a part of it cannot be understood");
    }

    @ParameterizedTest
    @EnumSource(names = "UPDATED")
    void ofAnotherEvent(PollEvent event) {
        refused(
                PollSpecBuilder.of(event),
                "another event",
                "found 'created', this consumer has 'updated'",
                "set another stateKey",
                "startFrom=" + account.timing().now());
    }

    @Test
    void ofAnotherFilter() {
        refused(
                watching.condition("lastname = 'x'"),
                "another filter",
                "found 'none'",
                "condition, search, group or tag");
    }

    @Test
    void ofAnotherAccountOrType() {
        CheckpointOwner other =
                CheckpointOwner.of("created", "0", URI.create("https://api.example.test/1"), "another", "");
        Checkpoint checkpoint = new Checkpoint(store.store(), KEY, other, account.timing());
        assertThatThrownBy(checkpoint::read)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("another account")
                .hasMessageNotContaining("example.test");
        CheckpointOwner type =
                CheckpointOwner.of("created", "150", URI.create("https://api.example.test/1"), "app", "");
        assertThatThrownBy(new Checkpoint(store.store(), KEY, type, account.timing())::read)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("another type")
                .hasMessageContaining("'150'");
    }

    @Test
    void isOneLineThatPeopleCanRead() {
        account.create(3);
        PollAccount.poll(account.start(watching, store));

        assertThat(store.kept()).containsOnlyKeys(KEY);
        assertThat(store.kept().get(KEY))
                .startsWith("{\"ontraport\":2,\"event\":\"created\",\"type\":\"0\",")
                .contains("\"filter\":\"none\",\"start\":0,\"watermark\":3,")
                .doesNotContain("\n");
    }
}
