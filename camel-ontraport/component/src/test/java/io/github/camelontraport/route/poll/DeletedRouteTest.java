package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.RootPackage;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** from("ontraport:...?event=deleted") */
class DeletedRouteTest extends PollingTestSupport {

    /** Deletions are confirmed at once. */
    private static final String URI = "contacts?event=deleted&settleTime=0";

    private static void delete(String id) {
        sandbox().delete(CONTACTS, Long.parseLong(id));
    }

    @Test
    void deliversTheIdsOfDeletedRecords() throws Exception {
        List<String> ids = contacts(5);
        OntraportConsumer consumer = watch(URI);

        assertThat(polledIds(consumer)).isEmpty();
        delete(ids.get(3));
        delete(ids.get(1));
        List<Exchange> exchanges = poll(consumer);

        assertThat(ids(exchanges)).containsExactly(ids.get(1), ids.get(3));
        assertThat(exchanges.get(0).getMessage().getBody()).isEqualTo(ids.get(1));
        assertThat(header(exchanges.get(0), OntraportConstants.EVENT, String.class))
                .isEqualTo("deleted");
        assertThat(header(exchanges.get(0), OntraportConstants.EVENT_TIME, Instant.class))
                .isNotNull();
        assertThat(header(exchanges.get(0), OntraportConstants.DELIVERY_KEY, String.class))
                .startsWith("deleted:0:" + ids.get(1) + ":");
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void recordsThatWereCreatedLaterAreKnownToo() throws Exception {
        OntraportConsumer consumer = watch(URI);
        poll(consumer);
        List<String> ids = contacts(3);
        assertThat(polledIds(consumer)).isEmpty();

        delete(ids.get(2));
        contacts(1);

        assertThat(polledIds(consumer)).containsExactly(ids.get(2));
    }

    @Test
    void anIdlePollCostsOneRequestAndOneDeletionAmongThousandAFew() throws Exception {
        List<String> ids = contacts(1000);
        OntraportConsumer consumer = watch(URI);
        assertThat(requests(() -> poll(consumer))).isEqualTo(21);
        assertThat(requests(() -> poll(consumer))).isEqualTo(1);

        delete(ids.get(500));

        assertThat(requests(() -> assertThat(polledIds(consumer)).containsExactly(ids.get(500))))
                .isLessThan(12);
    }

    @Test
    void aFailedRecordComesAgain() throws Exception {
        List<String> ids = contacts(4);
        boolean[] fails = {true};
        OntraportConsumer consumer = watch(
                ROUTE,
                URI,
                route -> route.process(exchange -> {
                    if (fails[0]
                            && header(exchange, OntraportConstants.OBJECT_ID, String.class)
                                    .equals(ids.get(2))) {
                        throw new IllegalStateException("no");
                    }
                }));
        poll(consumer);
        ids.subList(1, 4).forEach(DeletedRouteTest::delete);

        assertThat(polledIds(consumer)).containsExactly(ids.get(1));
        fails[0] = false;
        assertThat(polledIds(consumer)).containsExactly(ids.get(2), ids.get(3));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void anImplausibleLossIsRefusedUntilMaxDeletedAllowsIt() throws Exception {
        MemoryStateRepository state = new MemoryStateRepository();
        context.getRegistry().bind("state", state);
        List<String> ids = contacts(20);
        OntraportConsumer consumer = watch(ROUTE, URI + "&maxDeleted=3&stateRepository=#state&stateKey=k", route -> {});
        poll(consumer);
        ids.subList(0, 5).forEach(DeletedRouteTest::delete);

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .hasMessageContaining("maxDeleted")
                .hasMessageContaining("5 of 20");
        assertThat(got).isEmpty();

        context.getRouteController().stopRoute(ROUTE);
        context.removeRoute(ROUTE);
        OntraportConsumer braver =
                watch("braver", URI + "&maxDeleted=5&stateRepository=#state&stateKey=k", route -> {});
        assertThat(polledIds(braver)).isEqualTo(ids.subList(0, 5));
    }

    @Test
    void whatWasDeletedWhileTheApplicationWasDownIsNoticed() throws Exception {
        context.getRegistry().bind("state", new MemoryStateRepository());
        List<String> ids = contacts(60);
        poll(watch(ROUTE, URI + "&stateRepository=#state&stateKey=k", route -> {}));
        context.getRouteController().stopRoute(ROUTE);
        context.removeRoute(ROUTE);
        delete(ids.get(7));

        assertThat(polledIds(watch("again", URI + "&stateRepository=#state&stateKey=k", route -> {})))
                .containsExactly(ids.get(7));
    }
}
