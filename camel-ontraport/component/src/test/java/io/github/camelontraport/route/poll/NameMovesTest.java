package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.RootPackage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that come to mean something else while a route is down. The state knows the ids. */
class NameMovesTest extends PollingTestSupport {

    private static final String STATE = "&stateRepository=#state&stateKey=k";
    private static final String TAGGED = "contacts?event=tagged&tag=VIP&startFrom=beginning" + STATE;
    private static final String BOATS = "Boat?startFrom=beginning&startScheduler=false" + STATE;

    private int routes;

    @BeforeEach
    void bind() {
        context.getRegistry().bind("state", new MemoryStateRepository());
    }

    private List<Exchange> pollAfterRestart(String uri) throws Exception {
        String routeId = ROUTE + routes++;
        List<Exchange> found = poll(watch(routeId, uri, route -> {}));
        context.getRouteController().stopRoute(routeId);
        context.removeRoute(routeId);
        return found;
    }

    private static long tag(String name) {
        return sandbox().records(TAGS).stream()
                .filter(tag -> name.equals(tag.get("tag_name")))
                .mapToLong(tag -> Long.parseLong(tag.get("tag_id").toString()))
                .findFirst()
                .orElseThrow();
    }

    private static long tagged(String tag) {
        long id = contact("Nora");
        sandbox().addTag(CONTACTS, id, tag);
        return id;
    }

    private static List<String> texts(Long... ids) {
        return List.of(ids).stream().map(String::valueOf).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherTagGetsTheName(boolean isRenamed) throws Exception {
        long before = tagged("VIP");
        assertThat(ids(pollAfterRestart(TAGGED))).isEqualTo(texts(before));
        long oldTag = tag("VIP");
        long missed = tagged("VIP");
        if (isRenamed) {
            sandbox().update(TAGS, oldTag, Map.of("tag_name", "Was VIP"));
        } else {
            sandbox().delete(TAGS, oldTag);
        }
        long withNewTag = tagged("VIP");
        long newTag = tag("VIP");

        List<Exchange> found = pollAfterRestart(TAGGED);

        assertThat(ids(found)).isEqualTo(isRenamed ? texts(missed, withNewTag) : texts(withNewTag));
        assertThat(header(found.get(found.size() - 1), OntraportConstants.TAG_ID, Long.class))
                .isEqualTo(newTag);
        assertThat(pollAfterRestart(TAGGED)).isEmpty();
        long later = tagged("VIP");
        assertThat(ids(pollAfterRestart(TAGGED))).isEqualTo(texts(later));
    }

    /** Records got the tag under another name already, before the route saw the name move. */
    @Test
    void aTagThatExistedBeforeGetsTheName() throws Exception {
        long before = tagged("VIP");
        long other = tagged("Guest");
        assertThat(ids(pollAfterRestart(TAGGED))).isEqualTo(texts(before));
        later(60);
        assertThat(pollAfterRestart(TAGGED)).isEmpty();
        sandbox().update(TAGS, tag("VIP"), Map.of("tag_name", "Was VIP"));
        sandbox().update(TAGS, tag("Guest"), Map.of("tag_name", "VIP"));
        long withGuest = tagged("VIP");

        assertThat(ids(pollAfterRestart(TAGGED))).endsWith(Long.toString(withGuest));
        assertThat(other).isNotEqualTo(withGuest);
        assertThat(pollAfterRestart(TAGGED)).isEmpty();
    }

    @Test
    void theTagKeepsBeingWatchedWhenNoneHasTheName() throws Exception {
        tagged("VIP");
        pollAfterRestart(TAGGED);
        sandbox().update(TAGS, tag("VIP"), Map.of("tag_name", "Was VIP"));
        long renamed = tagged("Was VIP");

        assertThat(ids(pollAfterRestart(TAGGED))).isEqualTo(texts(renamed));
    }

    @Test
    void aCustomObjectThatWasRenamedKeepsBeingWatched() throws Exception {
        int type = sandbox().defineCustomObject("Boat", Map.of());
        long first = sandbox().create(type, Map.of());
        assertThat(ids(poll(watchAfresh(BOATS)))).isEqualTo(texts(first));
        namesAre(Map.of(type, "Ship"));
        long second = sandbox().create(type, Map.of());

        assertThat(ids(poll(watchAfresh(BOATS)))).isEqualTo(texts(second));
    }

    @Test
    void anotherCustomObjectWithTheNameIsRefusedAndNothingIsLost() throws Exception {
        int type = sandbox().defineCustomObject("Boat", Map.of());
        int other = sandbox().defineCustomObject("Raft", Map.of());
        sandbox().create(type, Map.of());
        poll(watchAfresh(BOATS));
        long missed = sandbox().create(type, Map.of());
        sandbox().create(other, Map.of());
        namesAre(Map.of(type, "Ship", other, "Boat"));

        OntraportConsumer refused = watchAfresh(BOATS);
        assertThatThrownBy(() -> RootPackage.poll(refused))
                .hasMessageContaining("is of type " + type)
                .hasMessageContaining("now type " + other + " has this name");
        assertThat(got).isEmpty();

        namesAre(Map.of(type, "Ship", other, "Raft"));
        assertThat(ids(poll(watchAfresh(BOATS)))).isEqualTo(texts(missed));
    }

    /** A route of a component that knows nothing of the account yet. */
    private OntraportConsumer watchAfresh(String uri) throws Exception {
        if (context.getRoute(ROUTE) != null) {
            context.getRouteController().stopRoute(ROUTE);
            context.removeRoute(ROUTE);
        }
        got.clear();
        String scheme = "ontraport" + ++routes;
        OntraportComponent component = new OntraportComponent();
        context.addComponent(scheme, component);
        setUp(component);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from(scheme + ":" + uri).routeId(ROUTE).process(exchange -> got.add(exchange.copy()));
            }
        });
        return (OntraportConsumer) context.getRoute(ROUTE).getConsumer();
    }

    private static void namesAre(Map<Integer, String> names) {
        sandbox().faults().clear();
        String types = names.entrySet().stream()
                .map(type -> "\"" + type.getKey() + "\":{\"name\":\"" + type.getValue() + "\",\"fields\":{}}")
                .collect(Collectors.joining(","));
        sandbox()
                .faults()
                .on("GET", "/objects/meta")
                .always()
                .json(200, "{\"code\":0,\"data\":{" + types + "},\"account_id\":1}");
    }
}
