package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.MapStateRepository;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.support.MovedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a consumer: kept across restarts, refused when it is not this consumer's. */
class PollStateTest extends PollingTestSupport {

    private static final String WITH_STATE = "contacts?stateRepository=#state&stateKey=k";

    @TempDir
    Path folder;

    private MemoryStateRepository bind() {
        MemoryStateRepository state = new MemoryStateRepository();
        context.getRegistry().bind("state", state);
        return state;
    }

    private void remove(String routeId) throws Exception {
        context.getRouteController().stopRoute(routeId);
        context.removeRoute(routeId);
    }

    @Test
    void anotherConsumerGoesOnWhereTheFirstStopped() throws Exception {
        bind();
        List<String> first = contacts(3);
        assertThat(polledIds(watch(WITH_STATE + "&startFrom=beginning"))).isEqualTo(first);
        remove(ROUTE);
        List<String> second = contacts(2);

        OntraportConsumer again = watch(WITH_STATE);

        assertThat(polledIds(again)).isEqualTo(second);
        assertThat(polledIds(again)).isEmpty();
    }

    @Test
    void theDefaultKeyIsRouteTypeAndEvent() throws Exception {
        MemoryStateRepository state = bind();
        OntraportConsumer consumer = watch("a=b", "Contact?event=updated&stateRepository=#state", route -> {});

        poll(consumer);

        assertThat(state.getState("a_b/contacts/updated")).startsWith("{\"ontraport\":2,\"event\":\"updated\",");
    }

    @Test
    void theBaselineIsStoredBeforeAnythingIsDelivered() throws Exception {
        MemoryStateRepository state = bind();
        contacts(3);
        OntraportConsumer consumer = watch(WITH_STATE);
        sandbox().faults().on("GET", "/objects").skip(1).times(9).status(500, "Oops");

        assertThat(polledIds(consumer)).isEmpty();

        assertThat(state.getState("k"))
                .contains("\"watermark\":" + sandbox().records(CONTACTS).get(2).get("id"));
    }

    @Test
    void stateOfAnotherEventFilterTypeOrAccountStopsTheRoute() throws Exception {
        MemoryStateRepository state = bind();
        poll(watch(WITH_STATE));
        remove(ROUTE);
        String before = state.getState("k");

        refused(WITH_STATE + "&event=updated", "another event", "stateKey");
        refused(WITH_STATE + "&condition=RAW(city = 'Bend')", "another filter", "startFrom=");
        refused(WITH_STATE + "&groupId=3", "another filter", "stateKey");
        refused(WITH_STATE.replace("contacts", "deals"), "another type", "stateKey");
        refused(WITH_STATE + "&appId=2_4711_Other", "another account", "stateKey");
        assertThat(state.getState("k")).isEqualTo(before);
    }

    @Test
    void unreadableStateStopsTheRoute() throws Exception {
        MemoryStateRepository state = bind();
        poll(watch(WITH_STATE));
        remove(ROUTE);
        String good = state.getState("k");

        for (String damaged : List.of(
                "garbage",
                "{}",
                good.replace("\"ontraport\":2", "\"ontraport\":3"),
                good.replaceAll("\"watermark\":\\d+,", ""),
                good.substring(0, good.length() - 1),
                good.replaceFirst("\"delivered\":\"0:\"", "\"delivered\":\"x\""),
                good.replace("\"hasPart\":false", "\"hasPart\":true"))) {
            state.setState("k", damaged);
            refused(WITH_STATE, "'k'", "It is left as it is");
            assertThat(state.getState("k")).isEqualTo(damaged);
        }
    }

    private void refused(String uri, String... words) {
        assertThatThrownBy(() -> watch("refused", uri, route -> {})).satisfies(failure -> {
            for (String word : words) {
                assertThat(failure).hasStackTraceContaining(word);
            }
        });
        assertThat(context.getRoute("refused"))
                .satisfiesAnyOf(route -> assertThat(route).isNull(), route -> assertThat(context.getRouteController()
                                .getRouteStatus("refused")
                                .isStarted())
                        .isFalse());
        try {
            context.removeRoute("refused");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Such as a sandbox that was started again without its data. */
    @Test
    void stateOfAnAccountThatBeganAnewDeliversNothingAndStays() throws Exception {
        MemoryStateRepository state = bind();
        List<String> ids = contacts(3);
        assertThat(polledIds(watch(WITH_STATE + "&startFrom=beginning"))).isEqualTo(ids);
        remove(ROUTE);
        ids.forEach(id -> sandbox().delete(CONTACTS, Long.parseLong(id)));
        later(100);
        ids.forEach(id -> sandbox().create(CONTACTS, Map.of("id", id, "firstname", "anew")));
        contacts(2);
        String before = state.getState("k");
        OntraportConsumer consumer = watch(WITH_STATE);

        assertThat(polledIds(consumer)).isEmpty();
        assertThat(polledIds(consumer)).isEmpty();

        assertThat(state.getState("k")).isEqualTo(before);
    }

    @Test
    void twoConsumersOnOneKeyAreRefused() throws Exception {
        bind();
        watch(WITH_STATE);

        assertThatThrownBy(() -> watch("second", WITH_STATE, route -> {}))
                .hasStackTraceContaining("Another consumer already keeps its state under key 'k'")
                .hasStackTraceContaining("stateKey");
        assertThatThrownBy(() -> watch("another", WITH_STATE, route -> {}))
                .as("the refused one did not release it")
                .hasStackTraceContaining("Another consumer");
        context.removeRoute("another");
        remove(ROUTE);
        context.removeRoute("second");
        watch("third", WITH_STATE, route -> {});
    }

    @Test
    void aFileKeepsTheStateOfSeveralRoutesAcrossContexts() throws Exception {
        Path file = folder.resolve("state");
        AtomicFileStateRepository repository = new AtomicFileStateRepository(file);
        context.getRegistry().bind("state", repository);
        List<String> first = contacts(2);
        assertThat(polledIds(watch("a", "contacts?startFrom=beginning&stateRepository=#state", route -> {})))
                .isEqualTo(first);
        assertThat(polledIds(
                        watch("b", "contacts?event=updated&startFrom=beginning&stateRepository=#state", route -> {})))
                .isEqualTo(first);
        remove("a");
        remove("b");
        context.removeService(repository);
        repository.stop();

        context.getRegistry().bind("state2", new AtomicFileStateRepository(file));
        List<String> second = contacts(1);
        assertThat(polledIds(watch("a", "contacts?stateRepository=#state2", route -> {})))
                .isEqualTo(second);
        assertThat(polledIds(watch("b", "contacts?event=updated&stateRepository=#state2", route -> {})))
                .isEqualTo(second);
    }

    @Test
    void aFileThatWasInUseIsUsedOnceItIsFree() throws Exception {
        Path file = folder.resolve("state");
        AtomicFileStateRepository other = new AtomicFileStateRepository(file);
        other.start();
        context.getRegistry().bind("state", new AtomicFileStateRepository(file));
        assertThatThrownBy(() -> watch(WITH_STATE)).hasStackTraceContaining("in use");

        other.stop();
        context.getRouteController().startRoute(ROUTE);

        assertThat(context.getRouteController().getRouteStatus(ROUTE).isStarted())
                .isTrue();
    }

    /** Such as a new leader, while the last exchange of the old one is still under way. */
    @Test
    void aStateThatAnotherConsumerMovedIsNotOverwrittenButReadAgain() throws Exception {
        ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
        context.getRegistry().bind("state", new MapStateRepository(map));
        MovedClock clock = secondNode();
        OntraportConsumer consumer = watchOf("second", ROUTE, WITH_STATE + "&startFrom=beginning", route -> {});
        poll(consumer);
        List<String> ids = contacts(4);
        String theirs = map.get("k").replace("\"watermark\":0", "\"watermark\":" + ids.get(1));
        map.put("k", theirs);

        assertThat(polledIds(consumer)).as("it waits for one that is ahead").isEmpty();
        assertThat(map).containsEntry("k", theirs);
        clock.advance(Duration.ofSeconds(5));
        assertThat(polledIds(consumer)).isEqualTo(ids.subList(2, 4));
        assertThat(polledIds(consumer)).isEmpty();
    }

    @Test
    void worksOnCamelsOwnFileRepository() throws Exception {
        FileStateRepository repository = new FileStateRepository();
        repository.setFileStore(folder.resolve("camel").toFile());
        context.getRegistry().bind("state", repository);
        List<String> ids = contacts(2);
        assertThat(polledIds(watch("contacts?startFrom=beginning&stateRepository=#state")))
                .isEqualTo(ids);
        remove(ROUTE);

        assertThat(polledIds(watch("contacts?startFrom=beginning&stateRepository=#state")))
                .isEmpty();
    }

    @Test
    void theTextIsReadable() throws Exception {
        MemoryStateRepository state = bind();
        OntraportConsumer consumer = watch(WITH_STATE + "&event=updated&startFrom=beginning");
        long id = sandbox().create(CONTACTS, Map.of("dlm", "1700000000"));
        poll(consumer);

        assertThat(state.getState("k"))
                .matches("\\{\"ontraport\":2,\"event\":\"updated\",\"type\":\"contacts\","
                        + "\"account\":\"[0-9a-f]{16}\",\"filter\":\"none\",\"start\":-1,\"watermark\":-1,"
                        + "\"seen\":\\[\\{\"position\":1700000000,\"at\":\"[^\"]+\"}],"
                        + "\"delivered\":\"1700000000=1:" + id
                        + "(#[0-9a-f]{16})?\",\"hasPart\":false,\"serverTime\":\"[^\"]+\",\"at\":\"[^\"]+\"}");
    }
}
