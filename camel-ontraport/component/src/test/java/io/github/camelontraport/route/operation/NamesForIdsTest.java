package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.MovedClock;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of sequences, automations and groups in place of their ids. */
class NamesForIdsTest extends SandboxTestSupport {

    private static final int GROUPS = 3;
    private static final int SEQUENCES = 5;
    private static final int DEALS = 149;
    private static final int AUTOMATIONS = 140;
    private static final String ADD = "ontraport:contacts?operation=addToSequence&ids=1";

    private final MovedClock clock = new MovedClock();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        OntraportComponent component = RootPackage.component(clock);
        setUp(component);
        context.removeComponent("ontraport");
        context.addComponent("ontraport", component);
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        return context;
    }

    private static void sequences(String... names) {
        List.of(names).forEach(name -> sandbox().create(SEQUENCES, Map.of("name", name, "object_type_id", 0)));
    }

    private static String field(String field) {
        return sandbox().find(CONTACTS, 1).orElseThrow().get(field).toString();
    }

    private static List<String> requests() {
        return sandbox().requests().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private static void refused(Exchange sent, String message) {
        assertThat(sent.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(message);
        assertThat(sandbox().requests()).as("nothing is changed").allMatch(request -> request.method()
                .equals("GET"));
    }

    @Test
    void aSequenceIsFoundByItsNameWithOneLookUpForAllMessages() {
        sequences("First steps", "Renewal");

        Exchange first = send(ADD + "&sequences=first steps,2");
        Exchange second = send(ADD + "&sequences=Renewal");

        assertThat(field("updateSequence")).isEqualTo("*/*1*/*2*/*");
        assertThat(requests()).containsExactly("GET /objects", "PUT /objects/subscribe", "PUT /objects/subscribe");
        assertThat(sandbox().requests().get(0).query())
                .containsEntry("objectID", "5")
                .containsEntry("listFields", "id,name,object_type_id")
                .containsEntry("range", "50");
        assertThat(first.getMessage().getHeaders()).containsEntry(OntraportConstants.REQUESTS, 2);
        assertThat(second.getMessage().getHeaders()).containsEntry(OntraportConstants.REQUESTS, 1);
    }

    @ParameterizedTest
    @CsvSource({"Sequence,sequences,5,updateSequence", "Campaign,campaigns,140,updateCampaign"})
    void namesWorkBothWaysForSequencesAndAutomations(String operation, String option, int type, String field) {
        sandbox().create(type, Map.of("name", "Win back"));
        String uri = "ontraport:contacts?ids=1&" + option + "=Win back&operation=";

        assertThat(send(uri + "addTo" + operation).getException()).isNull();
        assertThat(field(field)).isEqualTo("*/*1*/*");
        assertThat(send(uri + "removeFrom" + operation).getException()).isNull();
        assertThat(field(field)).isEmpty();
        assertThat(sandbox().requestCount()).isEqualTo(3);
    }

    @Test
    void fiftyNamesComeWithACall() {
        IntStream.rangeClosed(1, 120).forEach(number -> sequences("Course " + number));

        assertThat(send(ADD + "&sequences=Course 120").getException()).isNull();

        assertThat(field("updateSequence")).isEqualTo("*/*120*/*");
        assertThat(requests())
                .containsExactly("GET /objects", "GET /objects", "GET /objects", "PUT /objects/subscribe");
    }

    @Test
    void idsCostNoLookUp() {
        sequences("First steps");

        send(ADD + "&sequences= 1 ");
        send(ADD, null, Map.of(OntraportConstants.SEQUENCES, List.of(1L, "1")));

        assertThat(requests()).containsExactly("PUT /objects/subscribe", "PUT /objects/subscribe");
    }

    @Test
    void namesInAListMayHoldCommas() {
        sequences("Wood, metal and stone", "Wood");

        Map<String, Object> header = Map.of(OntraportConstants.SEQUENCES, List.of("Wood, metal and stone"));

        assertThat(send(ADD, null, header).getException()).isNull();
        assertThat(field("updateSequence")).isEqualTo("*/*1*/*");
    }

    @Test
    void anUnknownNameChangesNothingAndTheNearestIsNamed() {
        sequences("First steps", "Renewal");

        refused(
                send(ADD + "&sequences=Renewal,Frist steps"),
                "Option sequences: the account has no sequence 'Frist steps'. Did you mean 'First steps'?");
        refused(
                send(ADD, null, Map.of(OntraportConstants.SEQUENCES, "Nothing like it")),
                "Header CamelOntraportSequences: the account has no sequence 'Nothing like it'.");
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void aNameThatSeveralHaveIsRefusedWithTheirIds() {
        sequences("Renewal", "Renewal", "renewal");

        refused(
                send(ADD + "&sequences=RENEWAL"),
                "Option sequences: 3 sequences have the name 'RENEWAL'; give the id of the one that is meant: 1, 2, 3");
        refused(send(ADD + "&sequences=Renewal"), "2 sequences have the name 'Renewal'");
        assertThat(send(ADD + "&sequences=renewal").getException()).isNull();
        assertThat(field("updateSequence")).isEqualTo("*/*3*/*");
    }

    @Test
    void theTypeOfTheRecordsDecidesBetweenEqualNames() {
        sandbox().create(AUTOMATIONS, Map.of("name", "Onboarding", "object_type_id", DEALS));
        sandbox().create(AUTOMATIONS, Map.of("name", "Onboarding", "object_type_id", CONTACTS));

        send("ontraport:contacts?operation=addToCampaign&campaigns=Onboarding&ids=1");

        assertThat(field("updateCampaign")).isEqualTo("*/*2*/*");
    }

    @Test
    void aDeletedAutomationHasNoName() {
        sandbox().create(AUTOMATIONS, Map.of("name", "Onboarding", "deleted", "true"));
        String uri = "ontraport:contacts?operation=addToCampaign&campaigns=Onboarding&ids=1";

        refused(send(uri), "the account has no automation 'Onboarding'");
    }

    @Test
    void aNewNameIsLookedForOnceAMinute() {
        sequences("First steps");
        refused(send(ADD + "&sequences=Renewal"), "no sequence 'Renewal'");
        sequences("Renewal");

        refused(send(ADD + "&sequences=Renewal"), "no sequence 'Renewal'");
        assertThat(sandbox().requestCount()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));

        assertThat(send(ADD + "&sequences=Renewal").getException()).isNull();
        assertThat(requests()).containsExactly("GET /objects", "GET /objects", "PUT /objects/subscribe");
    }

    @Test
    void aNameThatMovesToAnotherSequenceIsFollowedAfterAnHour() {
        sequences("Renewal");
        send(ADD + "&sequences=Renewal");
        sandbox().update(SEQUENCES, 1, Map.of("name", "Renewal 2026"));
        sequences("Renewal");

        clock.advance(Duration.ofMinutes(59));
        send(ADD + "&sequences=Renewal");
        assertThat(field("updateSequence")).isEqualTo("*/*1*/*");
        clock.advance(Duration.ofMinutes(1));
        send(ADD + "&sequences=Renewal");

        assertThat(field("updateSequence")).isEqualTo("*/*1*/*2*/*");
        assertThat(requests()).filteredOn(request -> request.startsWith("GET")).hasSize(2);
    }

    @Test
    void aFailedLookUpIsNotKept() {
        sequences("Renewal");
        sandbox().faults().status(403, "Not Authorized");

        assertThat(send(ADD + "&sequences=Renewal").getException())
                .hasMessageContaining("The names of sequences could not be read")
                .hasMessageContaining("Not Authorized");
        assertThat(send(ADD + "&sequences=Renewal").getException()).isNull();
        assertThat(requests()).containsExactly("GET /objects", "GET /objects", "PUT /objects/subscribe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "count"})
    void aGroupIsFoundByItsName(String operation) {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        sandbox().addToGroup(sandbox().create(GROUPS, Map.of("name", "Readers, all", "type", 0)), 2);
        String uri = "ontraport:contacts?groupId=Readers, all&operation=" + operation;

        Exchange found = send(uri);

        assertThat(found.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, 1L)
                .containsEntry(OntraportConstants.REQUESTS, 2);
        assertThat(sandbox().requests().get(1).query()).containsEntry("group_id", "1");
        assertThat(send(uri).getMessage().getHeaders()).containsEntry(OntraportConstants.REQUESTS, 1);
        refused(send(uri.replace("all", "some")), "Option groupId: the account has no group 'Readers, some'");
    }

    @Test
    void aGroupSelectsTheRecordsOfAChangingCall() {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        sandbox().addToGroup(sandbox().create(GROUPS, Map.of("name", "Readers", "type", 0)), 1);
        sequences("Renewal");

        Exchange added = send(
                "ontraport:contacts?operation=addToSequence&sequences=Renewal",
                "any body",
                Map.of(OntraportConstants.GROUP_ID, "Readers"));

        assertThat(added.getException()).isNull();
        assertThat(field("updateSequence")).isEqualTo("*/*1*/*");
        assertThat(added.getMessage().getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 4)
                .doesNotContainKey(OntraportConstants.GROUP_ID);
        assertThat(sandbox().requests().get(3))
                .extracting(SandboxRequest::method)
                .isEqualTo("PUT");
    }

    @Test
    void theBodySelectsTheRecordsAsWithIds() {
        sequences("Renewal");
        Map<String, Object> body = new HashMap<>(Map.of("id", 1, "email", "nora@example.com"));

        assertThat(send("ontraport:contacts?operation=addToSequence&sequences=Renewal", body)
                        .getException())
                .isNull();

        assertThat(field("updateSequence")).isEqualTo("*/*1*/*");
    }

    @Test
    void endpointsOfAnAccountShareTheNames() {
        sequences("Renewal");

        send(ADD + "&sequences=Renewal");
        send("ontraport:contacts?operation=removeFromSequence&ids=1&sequences=Renewal&maxRetries=7");

        assertThat(requests()).containsExactly("GET /objects", "PUT /objects/subscribe", "DELETE /objects/subscribe");
    }

    @Test
    void aNameInYaml() throws Exception {
        sequences("Wood, metal", "Half off");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(
                        ResourceHelper.fromString(
                                "names.camel.yaml",
                                """
                - route:
                    from:
                      uri: direct:add
                      steps:
                        - to:
                            uri: ontraport:contacts
                            parameters:
                              operation: addToSequence
                              sequences: '["Wood, metal", "Half off"]'
                              ids: "1"
                """));

        assertThat(send("direct:add").getException()).isNull();
        assertThat(field("updateSequence")).isEqualTo("*/*1*/*2*/*");
    }
}
