package io.github.camelontraport.operation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.api.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            EVENT     | [{"name":"Contact_added_to_my_database"}]                                          | Contact_added_to_my_database()
            EVENT     | {"name":"call_is_logged","params":[]}                                              | call_is_logged()
            EVENT     | [{"name":"CONTACT_ADDED_TO_CATEGORY","params":4}]                                  | Contact_added_to_category(4)
            EVENT     | [{"name":"Contact_added_to_category","params":{"tag":"4"}}]                        | Contact_added_to_category(4)
            EVENT     | [{"name":"Contact_added_to_category","params":{"Tag_ID":4}}]                       | Contact_added_to_category(4)
            EVENT     | [{"name":"relative_date_field","params":[3,"weeks","before","birthday"]}]          | relative_date_field(3,1,0,birthday)
            EVENT     | {"name":"relative_date_field","params":{"date_field":"f7","units":"DAY","number":1,"option":"after"}} | relative_date_field(1,0,1,f7)
            EVENT     | [{"name":"object_submits_form","params":[8,"success"]},{"name":"pause_campaign","params":[3]}] | object_submits_form(8,0);pause_campaign(3)
            ACTION    | [{"name":"campaign_builder_action_change","params":["remove",3]}]                  | campaign_builder_action_change(1,3)
            ACTION    | [{"name":"pause_or_unpause_on_camp","params":["pause",3]}]                         | pause_or_unpause_on_camp(1,3)
            ACTION    | [{"name":"Ping_APIURL","params":[12]}]                                             | Ping_APIURL(12)
            ACTION    | [{"name":"Ping_APIURL","params":["https://a.example/[First Name]","b=1&c=2",true]}] | Ping_APIURL(https://a.example/[First Name]::b=1&c=2::1)
            ACTION    | [{"name":"Ping_APIURL","params":{"url":"https://a.example","json":"no","post_data":"b=1"}}] | Ping_APIURL(https://a.example::b=1::0)
            CONDITION | [{"name":"Has_spent_condition_N_on_product","params":[">=",19.95,4]}]              | Has_spent_condition_N_on_product(Greater Than or Equal To,19.95,4)
            CONDITION | [{"name":"Been_on_campaign_for_timeframe","params":[4,"3 weeks"]}]                 | Been_on_campaign_for_timeframe(4,3_1)
            CONDITION | [{"name":"campaignbuilder_subscription_date_is_val","params":[4,"after","30 days ago"]}] | campaignbuilder_subscription_date_is_val(4,3,S30DAYS)
            CONDITION | [{"name":"Is_in_category","params":[4]},{"name":"Is_in_category","params":[11],"join":"or"},{"name":"sms_contains_email","join":"AND"}] | `Is_in_category(4)|Is_in_category(11);sms_contains_email()`
            CONDITION | []                                                                                 | ``
            """)
    void writesTheApisText(RuleKind kind, String elements, String text) {
        assertThat(write(kind, elements)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            EVENT     | [{"name":"Contact_added_to_categry","params":[4]}]     | events[0]: unknown event 'Contact_added_to_categry'. Did you mean 'Contact_added_to_category'?
            EVENT     | [{"name":"call_is_logged"},{"name":"Is_in_category"}]  | events[1]: unknown event 'Is_in_category'. 'Is_in_category' is for conditions.
            CONDITION | [{"name":"Add_contact_to_category","params":[4]}]      | is for actions
            ACTION    | [{"name":"zzz"}]                                       | unknown action 'zzz'. One that this library does not know can be written as the API's text
            EVENT     | [{"name":"relative_date_field","params":[3,"weeks"]}]  | events[0] relative_date_field: has 2 parameters, missing are [option, date_field]. It is written relative_date_field(number,units,option,date_field)
            EVENT     | [{"name":"Contact_added_to_category"}]                 | has 0 parameters, missing are [tag]
            EVENT     | [{"name":"Contact_added_to_category","params":[1,2]}]  | has 2 parameters, there are 1 too many. It is written Contact_added_to_category(tag)
            EVENT     | [{"name":"call_is_logged","params":[1]}]               | It is written call_is_logged()
            ACTION    | [{"name":"Ping_APIURL","params":["https://a.example","b"]}] | It is written Ping_APIURL(webhook) or Ping_APIURL(url::post_data::json)
            EVENT     | [{"name":"relative_date_field","params":{"number":3,"unit":"weeks"}}] | unknown parameter 'unit'. Did you mean 'units'?
            EVENT     | [{"name":"relative_date_field","params":{"number":3,"units":"weeks","date_field":"f7"}}] | relative_date_field: parameter option is missing
            EVENT     | [{"name":"Contact_added_to_category","params":{"tag":1,"tag_id":1}}] | parameter tag is given twice
            EVENT     | [{"name":"relative_date_field","params":[3,"wekks","before","f7"]}] | events[0] relative_date_field: parameter units: 'wekks' is not one of days (0), weeks (1), months (2). Did you mean 'weeks'?
            EVENT     | [{"name":"Contact_added_to_category","params":["VIP"]}] | parameter tag: 'VIP' is not an id, a positive whole number
            EVENT     | [{"name":"Contact_added_to_category","params":[null]}] | parameter tag: has no value
            EVENT     | [{"name":"Contact_added_to_category","params":[[4]]}]  | parameter tag: is not a single value
            EVENT     | [{"name":"Contact_added_to_category","params":{"tag":null}}] | parameter tag: has no value
            CONDITION | [{"name":"sms_contains_text","params":[" "]}]          | parameter text: has no value
            CONDITION | [{"name":"Is_in_category","params":[4],"join":"or"}]   | conditions[0]: join is for conditions behind the first one
            ACTION    | [{"name":"Assign_contact_to_drip","params":[4]},{"name":"Assign_contact_to_drip","params":[4],"join":"and"}] | actions[1]: join is for conditions
            CONDITION | [{"name":"Is_in_category","params":[4]},{"name":"Is_in_category","params":[5],"join":"xor"}] | conditions[1]: join 'xor' is neither and nor or
            CONDITION | [{"name":"Is_in_category","parms":[4]}]                | conditions[0]: unknown key 'parms'. Did you mean 'params'?
            CONDITION | ["Is_in_category(4)"]                                  | conditions[0]: is not a map with name and params
            CONDITION | [{"params":[4]}]                                       | conditions[0]: is not a map with name and params
            CONDITION | [null]                                                 | conditions[0]: is not a map with name and params
            CONDITION | 5                                                      | Field 'conditions' is neither the API's text nor a list
            """)
    void refusesWhatTheGrammarDoesNotHave(RuleKind kind, String elements, String problem) {
        assertThatThrownBy(() -> write(kind, elements))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`a,b`", "a;b", "a|b", "a(b", "a)b", "`a\\nb`"})
    void refusesValuesThatTheGrammarCannotCarry(String value) {
        assertThatThrownBy(() -> write(
                        RuleKind.ACTION,
                        "[{\"name\":\"Change_field_to_fieldvalue\",\"params\":[\"city\",\"" + value + "\",0]}]"))
                .hasMessageContaining("actions[0] Change_field_to_fieldvalue: parameter value: 'a")
                .hasMessageContaining("which the API would read as the end of the value");
    }

    @Test
    void colonsEndAValueOnlyWhereTheySeparate() {
        assertThat(write(
                        RuleKind.ACTION, "{\"name\":\"Change_field_to_fieldvalue\",\"params\":[\"city\",\"a::b:\",0]}"))
                .isEqualTo("Change_field_to_fieldvalue(city,a::b:,0)");
        assertThat(List.of("a::b", "a:", ":a")).allSatisfy(value -> assertThatThrownBy(() -> write(
                        RuleKind.ACTION,
                        "{\"name\":\"Ping_APIURL\",\"params\":[\"https://a.example\",\"" + value + "\",1]}"))
                .hasMessageContaining("parameter post_data: '" + value + "' holds")
                .hasMessageContaining("colons"));
    }

    static List<RuleElement> everyRow() {
        return RuleGrammar.all();
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    void everyElementIsHeldToItsNumberOfParametersAndToContacts(RuleElement row) {
        List<String> values = row.parameters().stream().map(RuleExamples::value).toList();
        String text = row.name() + "(" + String.join(row.separator(), values) + ")";

        assertThat(new RuleWriter(row.kind(), true).write(element(row, values))).isEqualTo(text);
        List<String> tooMany = IntStream.range(0, 5).mapToObj(i -> "1").toList();
        assertThatThrownBy(() -> new RuleWriter(row.kind(), true).write(element(row, tooMany)))
                .hasMessageContaining("too many")
                .hasMessageContaining(row.signature());
        if (!values.isEmpty()) {
            assertThatThrownBy(() -> new RuleWriter(row.kind(), true).write(element(row, List.of())))
                    .hasMessageContaining("missing are")
                    .hasMessageContaining(row.parameterNames().get(0));
        }
        RuleWriter ofDeals = new RuleWriter(row.kind(), false);
        if (row.contactsOnly()) {
            assertThatThrownBy(() -> ofDeals.write(element(row, values)))
                    .hasMessageContaining(row.name() + ": is for rules about contacts only");
        } else {
            assertThat(ofDeals.write(element(row, values))).isEqualTo(text);
        }
    }

    /** As many as section 8 of the reference has: 33 events, 29 conditions, 27 actions, one of them in two ways. */
    @Test
    void theWholeGrammarIsThere() {
        assertThat(RuleGrammar.all().stream().filter(row -> row.kind() == RuleKind.EVENT))
                .hasSize(33);
        assertThat(RuleGrammar.all().stream().filter(row -> row.kind() == RuleKind.CONDITION))
                .hasSize(29);
        assertThat(RuleGrammar.all().stream().filter(row -> row.kind() == RuleKind.ACTION))
                .hasSize(28);
        assertThat(RuleGrammar.all())
                .extracting(RuleElement::name)
                .filteredOn(name -> !name.equals("Ping_APIURL"))
                .doesNotHaveDuplicates();
    }

    private static JsonNode element(RuleElement row, List<String> values) {
        return JSON.createObjectNode().put("name", row.name()).set("params", JSON.valueToTree(values));
    }

    private static String write(RuleKind kind, String elements) {
        try {
            return new RuleWriter(kind, true).write(JSON.readTree(elements));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
