package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** from("ontraport:...?groupId=NAME") */
class GroupNameTest extends PollingTestSupport {

    private static final int GROUPS = 3;
    private static final String READERS = "contacts?groupId=Readers";

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
