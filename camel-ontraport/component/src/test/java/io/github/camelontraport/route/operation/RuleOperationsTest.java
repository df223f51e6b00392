package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportRules;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.operation.rule.RuleElement;
import io.github.camelontraport.operation.rule.RuleExamples;
import io.github.camelontraport.operation.rule.RuleGrammar;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules through the endpoint; their grammar by itself is in {@code operation.rule}. */
class RuleOperationsTest extends SandboxTestSupport {

    private static final int RULES = 6;
    private static final int DEALS = 149;
    private static final String CREATE = "ontraport:rules?operation=create";
    private static final String UPDATE = "ontraport:rules?operation=update";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An element as a bean. */
    record Element(String name, Map<String, Object> params) {}

    @Test
    void listsAreWrittenInTheApisText() throws Exception {
        Exchange created = send(
                CREATE,
                rule(
                        0,
                        Map.of(
                                "events",
                                        List.of(Map.of(
                                                "name",
                                                "relative_date_field",
                                                "params",
                                                List.of(3, "weeks", "before", "birthday"))),
                                "conditions",
                                        List.of(
                                                Map.of("name", "Is_not_in_category", "params", List.of(11)),
                                                Map.of(
                                                        "name",
                                                        "field_is_condition_fieldvalue",
                                                        "params",
                                                        List.of("city", "=", "Bend"),
                                                        "join",
                                                        "or")),
                                "actions",
                                        List.of(
                                                Map.of("name", "Send_contact_an_emailmbs", "params", List.of(57)),
                                                Map.of("name", "Add_contact_to_category", "params", List.of(11L))))));

        assertThat(created.getException()).isNull();
        assertThat(path(0)).isEqualTo("POST /Rules");
        assertThat(sandbox().requests().get(0).contentType()).isEqualTo("application/json");
        assertThat(body(0))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"object_type_id":0,"name":"r","events":"relative_date_field(3,1,0,birthday)",
                 "conditions":"Is_not_in_category(11)|field_is_condition_fieldvalue(city,Equal To,Bend)",
                 "actions":"Send_contact_an_emailmbs(57);Add_contact_to_category(11)"}"""));
        assertThat(record(created))
                .containsEntry(
                        "conditions", "Is_not_in_category(11)|field_is_condition_fieldvalue(city,Equal To,Bend)");
        assertThat(created.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("1");
    }

    static List<Object> bodies() throws JsonProcessingException {
        String text =
                """
                {"object_type_id":0,"name":"r","events":[{"name":"field_is_updated","params":["f7"]}],
                 "actions":{"name":"campaign_builder_action_change","params":{"option":"remove","automation":3}}}""";
        Map<String, Object> beans = new LinkedHashMap<>(rule(
                0,
                Map.of(
                        "events",
                        List.of(new Element("field_is_updated", Map.of("field", "f7"))),
                        "actions",
                        new Object[] {
                            new Element("campaign_builder_action_change", Map.of("option", "remove", "automation", 3))
                        })));
        beans.put("conditions", null);
        return List.of(text, JSON.readTree(text), beans);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodiesOfEveryKindAreWrittenAlike(Object body) throws Exception {
        assertThat(send(CREATE, body).getException()).isNull();

        assertThat(body(0))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"object_type_id":0,"name":"r","events":"field_is_updated(f7)",
                 "actions":"campaign_builder_action_change(1,3)"}"""));
    }

    @Test
    void javaValuesAreWrittenInWireForm() throws Exception {
        send(
                CREATE + "&timeZone=Europe/Berlin",
                rule(
                        0,
                        Map.of(
                                "events", "call_is_logged",
                                "conditions",
                                        List.of(
                                                Map.of(
                                                        "name",
                                                        "campaignbuilder_subscription_date_is_val",
                                                        "params",
                                                        List.of(4, "on", LocalDate.of(2026, 3, 1))),
                                                Map.of(
                                                        "name",
                                                        "Date_of_subscription_to_drip_is_datecondition_datevalue",
                                                        "params",
                                                        List.of(4, "after", Instant.ofEpochSecond(1_760_000_000)))),
                                "actions",
                                        List.of(
                                                Map.of(
                                                        "name",
                                                        "Ping_APIURL",
                                                        "params",
                                                        List.of("https://a.example", "b=1", true)),
                                                Map.of(
                                                        "name",
                                                        "Change_field_to_fieldvalue",
                                                        "params",
                                                        List.of("f7", false, 0))))));

        assertThat(body(0).path("conditions").asText())
                .isEqualTo("campaignbuilder_subscription_date_is_val(4,1,1772319600);"
                        + "Date_of_subscription_to_drip_is_datecondition_datevalue(4,3,1760000000)");
        assertThat(body(0).path("actions").asText())
                .isEqualTo("Ping_APIURL(https://a.example::b=1::1);Change_field_to_fieldvalue(f7,0,0)");
    }

    @Test
    void theApisOwnTextIsSentUnchanged() throws Exception {
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"id\":\"5\"}}");
        String text = "brand_new(1,2) ; Ping_APIURL(http://a.example?x=(1,2)::a::true)";

        Exchange created = send(CREATE, rule(0, Map.of("events", "call_is_logged", "actions", text)));

        assertThat(created.getException()).isNull();
        assertThat(body(0).path("events").asText()).isEqualTo("call_is_logged");
        assertThat(body(0).path("actions").asText()).isEqualTo(text);
    }

    static List<RuleElement> everyRow() {
        return RuleGrammar.all();
    }

    /** The sandbox has the grammar from the reference by itself, so the two hold each other. */
    @ParameterizedTest
    @MethodSource("everyRow")
    void everyElementIsTakenByTheAccount(RuleElement row) {
        List<String> values = row.parameters().stream().map(RuleExamples::value).toList();
        Map<String, String> byName = new HashMap<>();
        row.parameters()
                .forEach(parameter ->
                        byName.put(parameter.name(), values.get(row.parameters().indexOf(parameter))));

        Exchange positional = send(CREATE, ruleWith(row, 0, values));
        Exchange named = send(CREATE, ruleWith(row, 0, byName));
        Exchange ofDeals = send(CREATE, ruleWith(row, DEALS, values));

        assertThat(positional.getException()).isNull();
        assertThat(named.getException()).isNull();
        assertThat(record(named).get(row.kind().field()))
                .isEqualTo(record(positional).get(row.kind().field()));
        assertThat(OntraportRules.parse(
                        record(positional).get(row.kind().field()).toString()))
                .containsExactly(Map.of("name", row.name(), "params", values));
        if (row.contactsOnly()) {
            refused(ofDeals, row.name() + ": is for rules about contacts only, object_type_id 0", 2);
        } else {
            assertThat(ofDeals.getException()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    void everyElementIsCheckedBeforeAnythingIsSent(RuleElement row) {
        refused(
                send(CREATE, ruleWith(row, 0, List.of(1, 2, 3, 4, 5))),
                "too many. It is written " + row.signature().replaceFirst("url::.*", "webhook)"),
                0);
        if (!row.parameters().isEmpty()) {
            refused(send(CREATE, ruleWith(row, 0, List.of())), "missing are [", 0);
            refused(send(CREATE, ruleWith(row, 0, Map.of("wrong_name", 1))), "unknown parameter 'wrong_name'", 0);
        }
        String misspelt = row.name().substring(0, row.name().length() - 1);
        Map<String, Object> rule = ruleWith(row, 0, List.of());
        rule.put(row.kind().field(), List.of(Map.of("name", misspelt)));
        refused(send(CREATE, rule), "Did you mean '" + row.name() + "'?", 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            create | {"name":"r"}                                                   | A new rule needs [object_type_id, events, actions]
            create | {"object_type_id":0,"name":"r","events":"","actions":"a(1)"}   | A new rule needs [events]
            create | {"object_type_id":"deals","name":"r","events":"a()","actions":"a(1)"} | Field 'object_type_id': 'deals' is not a type id
            create | {"object_type_id":0,"name":"r","events":[],"actions":"a(1)"}   | Field 'events' is an empty list; a rule has at least one event
            create | {"object_type_id":0,"name":"r","events":"a()","actions":7}     | Field 'actions' is neither the API's text nor a list
            create | {}                                                             | holds no fields
            create | {"object_type_id":0,"name":"r","events":"a()","actions":"a(1)","conditon":"Is_in_category(4)"} | Rules have no field 'conditon', and the API would ignore it. Did you mean 'conditions'?
            update | {"id":1,"action":"a(1)"}                                       | Did you mean 'actions'?
            upsert | {"name":"r","evnts":"a()"}                                     | Did you mean 'events'?
            update | {"id":1,"actions":[]}                                          | a rule has at least one action
            update | {"id":1,"object_type_id":149,"events":[{"name":"contact_visits_url","params":["/a"]}]} | contacts only
            upsert | {"name":"r","conditions":[{"name":"Is_in_category","params":["VIP"]}]} | conditions[0] Is_in_category: parameter tag: 'VIP' is not an id
            """)
    void whatCannotBeARuleIsRefusedBeforeAnythingIsSent(String operation, String body, String problem) {
        refused(send("ontraport:rules?operation=" + operation, body), problem, 0);
    }

    @Test
    void updateWritesListsAndCanTakeAllConditionsAway() throws Exception {
        long id = sandbox()
                .create(
                        RULES,
                        rule(
                                0,
                                Map.of(
                                        "events",
                                        "call_is_logged()",
                                        "conditions",
                                        "Is_in_category(4)",
                                        "actions",
                                        "Assign_contact_to_drip(1)")));

        Exchange updated = send(
                UPDATE + "&recordId=" + id,
                Map.of(
                        "conditions",
                        List.of(),
                        "events",
                        Map.of("name", "Contact_purchases_product", "params", 9),
                        "pause",
                        true));

        assertThat(updated.getException()).isNull();
        assertThat(path(0)).isEqualTo("PUT /objects");
        assertThat(body(0))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"objectID":6,"conditions":"","events":"Contact_purchases_product(9)","pause":1,"id":1}"""));
        assertThat(sandbox().find(RULES, id)).hasValueSatisfying(rule -> assertThat(rule)
                .containsEntry("conditions", "")
                .containsEntry("events", "Contact_purchases_product(9)")
                .containsEntry("pause", "1"));
    }

    @Test
    void upsertWritesListsToo() throws Exception {
        Exchange upserted = send(
                "ontraport:rules?operation=upsert",
                rule(
                        0,
                        Map.of(
                                "events", List.of(Map.of("name", "call_is_logged")),
                                "actions", List.of(Map.of("name", "Remove_contact_from_all_sequences")))));

        assertThat(upserted.getException()).isNull();
        assertThat(path(0)).isEqualTo("POST /objects/saveorupdate");
        assertThat(body(0).path("events").asText()).isEqualTo("call_is_logged()");
        assertThat(upserted.getMessage().getHeader(OntraportConstants.CREATED)).isEqualTo(true);
    }

    /** An update that does not say what the rule is about leaves that check to the account. */
    @Test
    void theAccountRefusesWhatIsForContactsOnly() {
        long id = sandbox()
                .create(
                        RULES,
                        rule(DEALS, Map.of("events", "call_is_logged()", "actions", "Assign_contact_to_drip(1)")));

        Exchange failed = send(
                UPDATE + "&recordId=" + id,
                Map.of("events", List.of(Map.of("name", "contact_visits_url", "params", "/a"))));

        assertThat(failed.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Invalid value for parameter: events");
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void anUpdateIsRepeatedAndACreateIsNot() {
        long id = sandbox()
                .create(RULES, rule(0, Map.of("events", "call_is_logged()", "actions", "Assign_contact_to_drip(1)")));
        List<Map<String, Object>> events = List.of(Map.of("name", "Contact_sends_Email"));

        sandbox().faults().on("PUT", "/objects").dropConnectionAfterCommit();
        assertThat(send(UPDATE + "&recordId=" + id, Map.of("events", events)).getException())
                .isNull();
        sandbox().faults().on("POST", "/Rules").status(500, "Oops");
        Exchange failed = send(CREATE, rule(0, Map.of("events", events, "actions", "Assign_contact_to_drip(1)")));

        assertThat(failed.getException()).isInstanceOfSatisfying(OntraportException.class, failure -> {
            assertThat(failure.isOutcomeUnknown()).isTrue();
            assertThat(failure.getAttempts()).isEqualTo(1);
        });
        assertThat(sandbox().requestCount()).isEqualTo(3);
    }

    @Test
    void aRuleThatWasReadIsGivenBackInItsStructureAndCanBeSentAgain() throws Exception {
        long id = sandbox()
                .create(
                        RULES,
                        rule(
                                0,
                                Map.of(
                                        "events",
                                        "Contact_added_to_my_database();field_is_updated(1)",
                                        "conditions",
                                        "Is_in_category(2)|Is_subscribed_to_productsub(1)",
                                        "actions",
                                        "Add_contact_to_category(2);campaign_builder_action_change(0,1)")));
        Map<String, Object> read = record(send("ontraport:rules?operation=get&recordId=" + id));

        Map<String, Object> structured = OntraportRules.structured(read);
        Exchange updated = send(UPDATE, structured);

        assertThat(structured)
                .containsAllEntriesOf(Map.of(
                        "id",
                        "1",
                        "name",
                        "r",
                        "events",
                        List.of(element("Contact_added_to_my_database"), element("field_is_updated", "1")),
                        "actions",
                        List.of(
                                element("Add_contact_to_category", "2"),
                                element("campaign_builder_action_change", "0", "1")),
                        "conditions",
                        List.of(
                                element("Is_in_category", "2"),
                                Map.of("name", "Is_subscribed_to_productsub", "params", List.of("1"), "join", "or"))));
        assertThat(updated.getException()).isNull();
        assertThat(record(updated))
                .containsEntry("events", read.get("events"))
                .containsEntry("conditions", read.get("conditions"))
                .containsEntry("actions", read.get("actions"));
    }

    @Test
    void theStructureCanBeAskedForInARoute() throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:rule").to("ontraport:rules?operation=get").bean(OntraportRules.class, "structured");
                from("direct:parsed").transform().method(OntraportRules.class, "parse");
            }
        });
        long id = sandbox()
                .create(RULES, rule(0, Map.of("events", "call_is_logged()", "actions", "Assign_contact_to_drip(1)")));

        assertThat(record(send("direct:rule", id))).containsEntry("events", List.of(element("call_is_logged")));
        assertThat(send("direct:rule", 99).getMessage().getBody()).isNull();
        assertThat(records(send("direct:parsed", "Is_in_category(4)"))).containsExactly(element("Is_in_category", "4"));
    }

    @Test
    void whatIsNoRuleTextIsLeftAloneOrRefused() {
        assertThat(OntraportRules.structured(null)).isNull();
        assertThat(OntraportRules.structured(Map.of("id", 1))).isEqualTo(Map.of("id", 1));
        assertThat(OntraportRules.structured(Map.of("events", List.of()))).isEqualTo(Map.of("events", List.of()));
        assertThatThrownBy(() -> OntraportRules.structured(Map.of("events", "(1)")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRuleThatWasReadCanBeWrittenWithAllThatCameAlong() {
        send(CREATE, rule(0, Map.of("events", "call_is_logged()", "actions", "Assign_contact_to_drip(1)")));

        for (String reading : List.of("get&recordId=1", "search&externs=owner//firstname")) {
            Object read =
                    send("ontraport:rules?operation=" + reading).getMessage().getBody();
            assertThat(send(UPDATE, read instanceof List<?> rules ? rules.get(0) : read)
                            .getException())
                    .isNull();
        }
    }

    @Test
    void parametersHaveTheNamesOfTheDocumentationToo() throws Exception {
        send(
                CREATE,
                rule(
                        0,
                        Map.of(
                                "events",
                                Map.of("name", "sms_message_received", "params", Map.of("number", 3)),
                                "actions",
                                List.of(
                                        Map.of(
                                                "name",
                                                "facebook_audience_action",
                                                "params",
                                                Map.of("add_remove", "add", "audience", 4)),
                                        Map.of(
                                                "name",
                                                "send_contact_an_sms",
                                                "params",
                                                Map.of("sms", 5, "number", 6))))));

        assertThat(body(0).path("events").asText()).isEqualTo("sms_message_received(3)");
        assertThat(body(0).path("actions").asText())
                .isEqualTo("facebook_audience_action(0,4);send_contact_an_sms(5,6)");
    }

    @Test
    void aFieldCanBeEmptied() throws Exception {
        Exchange created = send(
                CREATE,
                rule(
                        0,
                        Map.of(
                                "events",
                                "call_is_logged()",
                                "actions",
                                Map.of("name", "Change_field_to_fieldvalue", "params", List.of("city", "", 0)))));

        assertThat(body(0).path("actions").asText()).isEqualTo("Change_field_to_fieldvalue(city,,0)");
        assertThat(created.getException()).isNull();
    }

    private static Map<String, Object> element(String name, String... params) {
        return Map.of("name", name, "params", List.of(params));
    }

    private static Map<String, Object> rule(int type, Map<String, Object> fields) {
        Map<String, Object> rule = new LinkedHashMap<>(Map.of("object_type_id", type, "name", "r"));
        rule.putAll(fields);
        return rule;
    }

    private static Map<String, Object> ruleWith(RuleElement row, int type, Object params) {
        Map<String, Object> rule =
                rule(type, Map.of("events", "call_is_logged()", "actions", "Assign_contact_to_drip(1)"));
        rule.put(row.kind().field(), List.of(Map.of("name", row.name(), "params", params)));
        return rule;
    }

    private static void refused(Exchange failed, String problem, int requests) {
        assertThat(failed.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(problem);
        assertThat(sandbox().requestCount()).isEqualTo(requests);
    }

    private static String path(int request) {
        return sandbox().requests().get(request).method() + " "
                + sandbox().requests().get(request).path();
    }

    private static JsonNode body(int request) throws JsonProcessingException {
        return JSON.readTree(sandbox().requests().get(request).body());
    }
}
