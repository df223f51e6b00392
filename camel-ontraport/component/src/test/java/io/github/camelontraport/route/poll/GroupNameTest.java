package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** from("ontraport:...?groupId=NAME") */
class GroupNameTest extends PollingTestSupport {

    private static final int GROUPS = 3;
    private static final String READERS = "contacts?groupId=Readers";

    private final MovedClock clock = new MovedClock();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        OntraportComponent component = RootPackage.component(clock);
        setUp(component);
        context.removeComponent("ontraport");
        context.addComponent("ontraport", component);
        return context;
    }

    @BeforeEach
    void bind() {
        context.getRegistry().bind("state", new MemoryStateRepository());
    }

    private static long group(String name) {
        return sandbox().create(GROUPS, Map.of("name", name, "type", 0));
    }

    private static String member(long group) {
        long id = contact("Nora");
        sandbox().addToGroup(group, id);
        return Long.toString(id);
    }

    private static List<SandboxRequest> lookUps() {
        return sandbox().requests().stream()
                .filter(request -> "3".equals(request.query().get("objectID")))
                .toList();
    }

    @Test
    void theFirstPollLooksTheNameUpAndMembersCome() throws Exception {
        long group = group("Readers");
        OntraportConsumer consumer = watch(READERS);
        assertThat(sandbox().requestCount()).as("at the start").isZero();

        assertThat(polledIds(consumer)).isEmpty();
        contact("Ada");
        String member = member(group);
        assertThat(polledIds(consumer)).containsExactly(member);
        assertThat(polledIds(consumer)).isEmpty();

        assertThat(lookUps()).hasSize(1);
        List<SandboxRequest> requests = sandbox().requests();
        assertThat(requests.get(requests.size() - 1).query()).containsEntry("group_id", Long.toString(group));
    }

    @Test
    void withoutSuchAGroupThePollFails() throws Exception {
        group("Reader");
        OntraportConsumer consumer = watch(READERS + "&startFrom=beginning");

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Option groupId: the account has no group 'Readers'")
                .hasMessageContaining("Did you mean 'Reader'?");
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    /** The first poll stores the position, although it does not know the group yet. */
    @ParameterizedTest
    @CsvSource({"created", "updated"})
    void whatHappensUntilThereIsTheGroupComes(String event) throws Exception {
        contact("Before");
        later(60);
        OntraportConsumer consumer = watch(READERS + "&event=" + event);
        assertThatThrownBy(() -> RootPackage.poll(consumer)).hasMessageContaining("no group 'Readers'");
        later(60);
        assertThatThrownBy(() -> RootPackage.poll(consumer)).hasMessageContaining("no group 'Readers'");

        long meanwhile = contact("Meanwhile");
        contact("Stranger");
        long group = group("Readers");
        sandbox().addToGroup(group, meanwhile);
        clock.advance(Duration.ofMinutes(1));

        assertThat(polledIds(consumer)).containsExactly(Long.toString(meanwhile));
        assertThat(polledIds(consumer)).isEmpty();
    }

    /** A label in the condition that the account gets later is the same case. */
    @Test
    void whatHappensUntilThereIsTheFieldComes() throws Exception {
        contact("Before");
        OntraportConsumer consumer = watch("contacts?fieldNames=label&condition=RAW(\"Favourite colour\" = 'Blue')");
        assertThatThrownBy(() -> RootPackage.poll(consumer)).hasMessageContaining("'Favourite colour'");

        String key = sandbox().fields().add(CONTACTS, SandboxField.of("f1599", "Favourite colour", "text"));
        long meanwhile = sandbox().create(CONTACTS, Map.of(key, "Blue"));
        sandbox().create(CONTACTS, Map.of(key, "Red"));
        clock.advance(Duration.ofMinutes(1));

        assertThat(polledIds(consumer)).containsExactly(Long.toString(meanwhile));
    }

    @Test
    void twoGroupsOfTheNameAreRefusedWithTheirIds() throws Exception {
        group("Readers");
        group("Readers");
        OntraportConsumer consumer = watch(READERS);

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .hasMessageContaining("2 groups have the name 'Readers'; give the id of the one that is meant: 1, 2");
    }

    @Test
    void theStateIsThatOfTheName() throws Exception {
        long group = group("Readers");
        String state = "&stateRepository=#state&stateKey=k";
        poll(watch("first", READERS + state, route -> {}));
        context.getRouteController().stopRoute("first");
        context.removeRoute("first");
        String meanwhile = member(group);

        assertThat(polledIds(watch("second", READERS + state, route -> {}))).containsExactly(meanwhile);
        context.getRouteController().stopRoute("second");
        assertThatThrownBy(() -> watch("third", "contacts?groupId=Others" + state, route -> {}))
                .hasStackTraceContaining("filter");
        assertThat(lookUps()).hasSize(1);
    }

    @Test
    void pollEnrichLooksTheNameUp() {
        long group = group("Readers");
        String member = member(group);
        contact("Ada");

        assertThat(consumer.receive("ontraport:" + READERS + "&startFrom=beginning", 20_000)
                        .getMessage()
                        .getHeader("CamelOntraportObjectId"))
                .isEqualTo(member);
    }
}
