package io.github.camelontraport.poll.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.poll.CrashingStore;
import io.github.camelontraport.poll.PollAccount;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpecBuilder;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import io.github.camelontraport.poll.checkpoint.CompressedText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States of format 1, as earlier versions wrote them, are read and go on as states of format 2. */
class FormatOneStateTest {

    private final PollAccount account = new PollAccount();
    private final CrashingStore store = new CrashingStore();

    private void stored(PollEvent event, String rest) {
        store.kept()
                .put(
                        "state",
                        "{\"ontraport\":1,\"event\":\"" + event.option() + "\",\"type\":\"0\","
                                + "\"account\":\"e64b2357304a41eb\",\"filter\":\"none\"," + rest
                                + ",\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    private List<Long> poll(PollSpecBuilder watching) {
        return PollAccount.ids(PollAccount.poll(account.start(watching, store)));
    }

    private void isFormatTwo() {
        assertThat(store.kept().get("state")).startsWith("{\"ontraport\":2,");
    }

    @Test
    void created() {
        account.create(9);
        stored(
                PollEvent.CREATED,
                "\"bound\":2,\"seen\":[{\"position\":7,\"at\":\"2026-01-01T00:00:00Z\"}],"
                        + "\"delivered\":\"4-5,7\",\"parted\":false");

        assertThat(poll(PollSpecBuilder.of(PollEvent.CREATED))).isEqualTo(List.of(3L, 6L, 8L, 9L));
        isFormatTwo();
        assertThat(poll(PollSpecBuilder.of(PollEvent.CREATED))).isEmpty();
    }

    @Test
    void createdWithAPart() {
        LongStream.rangeClosed(1, 40).forEach(i -> account.create(Map.of("id", 2 * i, "firstname", "x")));
        store.kept().put("state#delivered", CompressedText.pack("4,6,8,10-14,20"));
        stored(PollEvent.CREATED, "\"bound\":2,\"seen\":[],\"delivered\":\"22\",\"parted\":true");

        assertThat(poll(PollSpecBuilder.of(PollEvent.CREATED)))
                .hasSize(40 - 1 - 8)
                .doesNotContain(2L, 4L, 6L, 8L, 10L, 12L, 14L, 20L, 22L);
        isFormatTwo();
        assertThat(store.kept()).containsEntry("state#delivered", "").containsKey("state#log");
        assertThat(poll(PollSpecBuilder.of(PollEvent.CREATED))).isEmpty();
    }

    /** Whatever put of the change to format 2 is the last before a crash. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCrashDuringTheChangeOfFormat(int puts) {
        LongStream.rangeClosed(1, 9).forEach(i -> account.create(Map.of("id", 2 * i, "firstname", "x")));
        store.kept().put("state#delivered", CompressedText.pack("4,6,8"));
        stored(PollEvent.CREATED, "\"bound\":2,\"seen\":[],\"delivered\":\"10\",\"parted\":true");
        store.breakAfter(puts, false);
        try {
            poll(PollSpecBuilder.of(PollEvent.CREATED));
        } catch (CrashingStore.Broken e) {
            // The process ends here.
        }
        store.mend();

        assertThat(poll(PollSpecBuilder.of(PollEvent.CREATED)))
                .isSubsetOf(12L, 14L, 16L, 18L)
                .endsWith(18L);
    }

    @Test
    void updated() {
        long second = account.serverTime().getEpochSecond();
        account.create(4);
        stored(
                PollEvent.UPDATED,
                "\"bound\":" + (second - 60) + ",\"seen\":[{\"position\":" + second
                        + ",\"at\":\"2026-01-01T00:00:00Z\"}],\"delivered\":\"" + second + ":1-2;" + second
                        + ":3=0123456789abcdef\",\"parted\":false");

        assertThat(poll(PollSpecBuilder.of(PollEvent.UPDATED)))
                .as("3 has another content than the one that was delivered")
                .isEqualTo(List.of(3L, 4L));
        isFormatTwo();
        assertThat(poll(PollSpecBuilder.of(PollEvent.UPDATED))).isEmpty();
    }

    @Test
    void tagged() {
        long tag = account.sandbox().create(14, Map.of("tag_name", "Watched", "object_type_id", "0"));
        List<Long> contacts = account.create(3);
        contacts.forEach(id -> account.sandbox().addTag(PollAccount.CONTACT, id, "Watched"));
        stored(PollEvent.TAGGED, "\"bound\":0,\"seen\":[],\"delivered\":\"2\",\"parted\":false");

        assertThat(poll(PollSpecBuilder.tagged(tag))).isEqualTo(List.of(contacts.get(0), contacts.get(2)));
        isFormatTwo();
        assertThat(poll(PollSpecBuilder.tagged(tag))).isEmpty();
    }

    @Test
    void deleted() {
        List<Long> ids = account.create(9);
        store.kept().put("state#ids", CompressedText.pack("8:1+7"));
        store.kept().put("state#new", CompressedText.pack("1:9"));
        store.kept().put("state#gone", CompressedText.pack("3:3,2,2"));
        stored(
                PollEvent.DELETED,
                "\"ready\":true,\"sweptAt\":\"2026-01-01T00:00:00Z\","
                        + "\"gone\":{\"noticed\":\"2026-01-01T00:00:00Z\",\"told\":3}");
        List.of(2, 4, 6, 8).forEach(index -> account.sandbox().delete(PollAccount.CONTACT, ids.get(index)));
        PollSpecBuilder watching = PollSpecBuilder.of(PollEvent.DELETED).settleTime(Duration.ZERO);

        assertThat(poll(watching))
                .as("what waited, and what was deleted since, without 3, which was delivered")
                .isEqualTo(List.of(5L, 7L, 9L));
        isFormatTwo();
        assertThat(poll(watching)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1767225600:1-90000000", "1767225600:1-600000;1767225601:1-600000", "1767225600:5-x"})
    void versionsThatAreDamagedAreRefused(String delivered) {
        stored(PollEvent.UPDATED, "\"bound\":0,\"seen\":[],\"delivered\":\"" + delivered + "\",\"parted\":false");

        assertThatThrownBy(() -> account.start(PollSpecBuilder.of(PollEvent.UPDATED), store))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("cannot be understood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5-99999999999", "5-x", "x", "5-4", "-5", "5,,6", "5-"})
    void idsThatAreDamagedAreRefused(String delivered) {
        stored(PollEvent.CREATED, "\"bound\":0,\"seen\":[],\"delivered\":\"" + delivered + "\",\"parted\":false");

        assertThatThrownBy(() -> account.start(PollSpecBuilder.of(PollEvent.CREATED), store))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("cannot be understood");
    }
}
