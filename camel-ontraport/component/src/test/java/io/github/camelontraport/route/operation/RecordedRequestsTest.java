package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.SandboxTestSupport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests that operations send are those of the recorded examples: method, path, and what the parameters mean. */
class RecordedRequestsTest extends SandboxTestSupport {

    private static final Path FIXTURES = Path.of("../sandbox/src/test/resources/ontraport-fixtures");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OFFER =
            """
            {"products":[{"id":5,"quantity":1,"total":49.5,"shipping":false,"tax":false,"type":"single",
            "price":[{"price":49.5,"payment_count":1,"unit":"month","id":140}]}],
            "subTotal":49.5,"grandTotal":49.5,"hasTaxes":false,"hasShipping":false,"delay":0}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            objects-create                   | contacts?operation=create | {"firstname":"Ivo","lastname":"Marsh","email":"ivo@example.org"}
            objects-update                   | contacts?operation=update&recordId=208 | {"lastname":"Stone-Gray","f1614":"0"}
            objects-saveorupdate-ignore-blanks | contacts?operation=upsert&ignoreBlanks=true | {"email":"nora.stone@example.com","city":"","title":"Director"}
            objects-delete-one               | contacts?operation=delete&recordId=209 |
            objects-delete-many              | contacts?operation=deleteAll&ids=209,210,999999 |
            tags-create                      | tags?operation=create | {"tag_name":"Spring 2027","object_type_id":0}
            messages-create                  | messages?operation=create | {"type":"e-mail","alias":"Welcome","subject":"Hello","from":"owner","message_body":"<p>Hi</p>","plaintext":"Hi","transactional_email":0}
            messages-create                  | messages?operation=create | {"type":"email","name":"Welcome","subject":"Hello","from":"owner","message_body":"<p>Hi</p>","plaintext":"Hi","transactional_email":false}
            rules-create                     | rules?operation=create | {"object_type_id":0,"name":"VIP welcome","events":"Contact_added_to_category(4)","conditions":"Is_not_in_category(11)","actions":"Send_contact_an_emailmbs(57);Add_contact_to_category(11)"}
            rules-create                     | rules?operation=create | {"object_type_id":0,"name":"VIP welcome","events":[{"name":"Contact_added_to_category","params":[4]}],"conditions":{"name":"Is_not_in_category","params":{"tag":11}},"actions":[{"name":"Send_contact_an_emailmbs","params":57},{"name":"Add_contact_to_category","params":[11]}]}
            objects-get-one                  | contacts?operation=get&recordId=208 |
            objects-get-one-missing          | contacts?operation=get&recordId=99999999 |
            objects-meta                     | contacts?operation=describe |
            objects-getinfo                  | contacts?operation=count&condition=dlm >= 1762503417 |
            objects-tag-add                  | contacts?operation=tag&tagIds=4,11&ids=208,209 |
            objects-tag-by-name              | contacts?operation=tag&tags=VIP,Spring 2027&ids=208,209 |
            objects-tag-remove               | contacts?operation=untag&tagIds=4&ids=208 |
            objects-subscribe                | contacts?operation=addToCampaign&campaigns=3&ids=208,209 |
            objects-unsubscribe-sequence     | contacts?operation=removeFromSequence&sequences=7&ids=208 |
            objects-pause-rule               | rules?operation=pause&ids=12 |
            fieldeditor-create               | contacts?operation=createFields | {"section":"Survey answers","description":"Spring survey","fields":[[{"label":"Colour","type":"drop","options":["Red","Blue"]}],[{"alias":"Agreed","type":"check"}]]}
            fieldeditor-get                  | contacts?operation=readFields |
            webhooks-subscribe               | webhooks?operation=subscribeWebhook | {"url":"https://hooks.example/op?s=4c1","event":"object_create(0)","format":"lightweight"}
            webhooks-unsubscribe             | webhooks?operation=unsubscribeWebhook&recordId=6 |
            tasks-assign                     | contacts?operation=assignTask&ids=208 | {"message":{"id":61,"due_date":3,"task_owner":1}}
            tasks-complete                   | tasks?operation=completeTask&ids=77 | {"data":{"outcome":":=success"}}
            transactions-process-charge      | transactions?operation=charge | {"contact_id":208,"trans_date":1762505200000,"invoice_template":1,"gateway_id":2,"cc_id":9,"offer":OFFER}
            transactions-process-declined    | transactions?operation=charge | {"contact_id":208,"trans_date":1762505260000,"invoice_template":1,"gateway_id":2,"cc_id":10,"offer":OFFER}
            transactions-process-log         | transactions?operation=logTransaction | {"contact_id":208,"trans_date":1762419000000,"invoice_template":-1,"offer":OFFER}
            transactions-refund              | transactions?operation=refund&ids=88 |
            transactions-rerun               | transactions?operation=rerun&ids=89 |
            transactions-mark-paid           | transactions?operation=markPaid&ids=90 |
            transactions-convert-to-decline  | transactions?operation=convertToDecline | 90
            transactions-order-get           | orders?operation=getOrder&recordId=17 |
            objects-tag-add                  | raw?method=PUT&path=/objects/tag | {"objectID":0,"add_list":[4,11],"ids":[208,209]}
            objects-tag-by-name              | raw?method=PUT&path=/objects/tagByName | {"objectID":0,"add_names":["VIP","Spring 2027"],"ids":[208,209]}
            """)
    void aCallIsTheRecordedOne(String fixture, String uri, String body) throws Exception {
        JsonNode recorded = request(fixture);

        send("ontraport:" + uri, body == null ? null : body.replace("OFFER", OFFER));

        SandboxRequest sent = sandbox().requests().get(0);
        assertThat(sent.method() + " /1" + sent.path())
                .isEqualTo(recorded.path("method").asText() + " "
                        + recorded.path("path").asText());
        assertThat(parameters(sent)).isEqualTo(parameters(recorded));
    }

    /** Readings add order and page size to what was recorded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            objects-get-many-listfields      | contacts?operation=search&condition=id > 207&listFields=id,email,dlm
            objects-get-many-in-condition    | contacts?operation=search&condition=id IN (208, 209)&listFields=id,email
            objects-get-many-null-condition  | contacts?operation=search&condition=email = '' OR email IS NULL&listFields=id,firstname
            objects-get-many-by-ids          | contacts?operation=search&ids=208,209,777
            objects-get-many-externs         | notes?operation=search&condition=contact_id = 208&externs=author//firstname&limit=10
            objects-get-many-empty           | contacts?operation=get&email=nobody@example.net
            objects-tag-list-records         | contacts?operation=listByTag&tags=VIP&listFields=id,email
            webhooks-list                    | webhooks?operation=search
            """)
    void aReadingHasAllThatWasRecorded(String fixture, String uri) throws Exception {
        JsonNode recorded = request(fixture);

        send("ontraport:" + uri);

        SandboxRequest sent = sandbox().requests().get(0);
        assertThat(sent.method() + " /1" + sent.path())
                .isEqualTo(recorded.path("method").asText() + " "
                        + recorded.path("path").asText());
        assertThat(parameters(sent)).containsAllEntriesOf(parameters(recorded));
    }

    private static JsonNode request(String fixture) throws IOException {
        return JSON.readTree(FIXTURES.resolve(fixture + ".json").toFile()).path("request");
    }

    private static Map<String, String> parameters(SandboxRequest sent) throws IOException {
        Map<String, String> parameters = new TreeMap<>(sent.query());
        if (sent.body().startsWith("{")) {
            parameters.putAll(texts(JSON.readTree(sent.body())));
        } else {
            parameters.putAll(PercentEncoding.decode(sent.body()));
        }
        return parameters;
    }

    private static Map<String, String> parameters(JsonNode recorded) {
        Map<String, String> parameters = new TreeMap<>(texts(recorded.path("query")));
        JsonNode body = recorded.path("body");
        parameters.putAll(body.isTextual() ? PercentEncoding.decode(body.asText()) : texts(body));
        return parameters;
    }

    /** Lists as the comma text that forms and queries have for them, structures as JSON with sorted keys. */
    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue().isArray()
                                ? StreamSupport.stream(field.getValue().spliterator(), false)
                                        .map(RecordedRequestsTest::text)
                                        .collect(Collectors.joining(","))
                                : text(field.getValue())));
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.toString();
        }
        return value.isObject() ? JSON.convertValue(value, TreeMap.class).toString() : value.asText();
    }
}
