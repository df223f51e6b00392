package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.JdbcStateRepository;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.support.FaultyDataSource;
import io.github.camelontraport.support.FaultyDataSource.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database of states whose connections break: every record comes. */
class BrokenDatabaseTest extends PollingTestSupport {

    private static final String OPTIONS = "settleTime=0&stateRepository=#state&stateKey=k&event=";

    private Fault fault = Fault.NONE;
    private final Random random = new Random(7);
    private boolean isRandom;
    private final JdbcDataSource database = new JdbcDataSource();
    private final FaultyDataSource faulty = new FaultyDataSource(database, () -> isRandom ? randomFault() : fault);

    private Fault randomFault() {
        Fault[] all = Fault.values();
        return random.nextInt(4) == 0 ? all[random.nextInt(all.length)] : Fault.NONE;
    }

    @BeforeEach
    void bindState() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("state", new JdbcStateRepository(faulty));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "updated", "deleted", "tagged&tag=VIP"})
    void nothingIsLostWhereverConnectionsBreak(String event) throws Exception {
        OntraportConsumer consumer = watch("contacts?" + OPTIONS + event);
        sandbox().addTag(CONTACTS, Long.parseLong(contacts(1).get(0)), "VIP");
        List<String> known = contacts(30);
        poll(consumer);
        isRandom = true;
        List<String> expected = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            expected.add(change(event, known.get(round)));
            later(2);
            all.addAll(polledIds(consumer));
        }
        isRandom = false;
        all.addAll(polledIds(consumer));
        all.addAll(polledIds(consumer));

        assertThat(all)
                .as("each once, as a failed store is told from another consumer")
                .isEqualTo(expected);
        assertThat(faulty.open()).isZero();
    }

    private static String change(String event, String known) {
        long id = Long.parseLong(known);
        switch (event) {
            case "created" -> {
                return contacts(1).get(0);
            }
            case "updated" -> sandbox().update(CONTACTS, id, Map.of("lastname", "changed"));
            case "deleted" -> sandbox().delete(CONTACTS, id);
            default -> sandbox().addTag(CONTACTS, id, "VIP");
        }
        return known;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECT", "BEFORE", "AFTER", "HANG"})
    void aRouteThatStartsWithoutTheDatabaseGoesOnFromItsStateLater(Fault broken) throws Exception {
        OntraportConsumer before = watch("before", "contacts?" + OPTIONS + "created", route -> {});
        poll(before);
        List<String> first = contacts(2);
        assertThat(polledIds(before)).isEqualTo(first);
        context.getRouteController().stopRoute("before");
        List<String> missed = contacts(2);
        fault = broken;

        OntraportConsumer after = watch("after", "contacts?" + OPTIONS + "created", route -> {});
        assertThat(polledIds(after)).as("no poll without the state").isEmpty();
        fault = Fault.NONE;

        assertThat(polledIds(after)).isEqualTo(missed);
    }

    @Test
    void aRouteThatNeverHadAStateAndStartsWithoutTheDatabaseBeginsWithTheFirstPollThatHasOne() throws Exception {
        fault = Fault.CONNECT;
        OntraportConsumer consumer = watch("contacts?" + OPTIONS + "created&startFrom=beginning");
        List<String> ids = contacts(2);
        assertThat(polledIds(consumer)).isEmpty();
        fault = Fault.NONE;

        assertThat(polledIds(consumer)).isEqualTo(ids);
    }
}
