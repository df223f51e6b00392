package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportNotFoundException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordOperationsTest extends SandboxTestSupport {

    @Test
    void createGivesTheRecordAndItsId() {
        Exchange created =
                send("ontraport:contacts?operation=create", Map.of("firstname", "Zoë", "email", "zoe@example.com"));

        assertThat(created.getException()).isNull();
        assertThat(record(created)).containsEntry("firstname", "Zoë");
        assertThat(sandbox().find(CONTACTS, id(created)))
                .hasValueSatisfying(contact -> assertThat(contact).containsEntry("email", "zoe@example.com"));
        assertThat(created.getMessage().getHeaders())
                .containsEntry(OntraportConstants.OBJECT_TYPE, "contacts")
                .containsEntry(OntraportConstants.REQUESTS, 1)
                .containsEntry(OntraportConstants.HTTP_STATUS, 200)
                .containsEntry(OntraportConstants.RATE_LIMIT_REMAINING, 179)
                .doesNotContainKey(OntraportConstants.CREATED);
    }

    record Person(@JsonProperty("firstname") String name, String email, LocalDate birthday) {}

    static List<Object> bodies() {
        Map<String, Object> map = new HashMap<>();
        map.put("firstname", "Jürgen");
        map.put("email", "j@example.com");
        map.put("birthday", LocalDate.of(1970, 1, 2));
        map.put("company", null);
        return List.of(
                map,
                "{\"firstname\":\"Jürgen\",\"email\":\"j@example.com\",\"birthday\":86400,\"company\":null}",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("firstname", "Jürgen")
                        .put("email", "j@example.com")
                        .put("birthday", 86400),
                new Person("Jürgen", "j@example.com", LocalDate.of(1970, 1, 2)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodiesOfEveryKindAreWrittenAlike(Object body) {
        Exchange created = send("ontraport:contacts?operation=create", body);

        assertThat(created.getException()).isNull();
        assertThat(sandbox().find(CONTACTS, id(created))).hasValueSatisfying(contact -> assertThat(contact)
                .containsEntry("firstname", "Jürgen")
                .containsEntry("email", "j@example.com")
                .containsEntry("birthday", "86400"));
        assertThat(sandbox().requests().get(0).body()).doesNotContain("company");
    }

    @Test
    void javaValuesAreWrittenInWireForm() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("dla", Instant.ofEpochSecond(1_760_000_000));
        fields.put("birthday", LocalDate.of(2026, 3, 1));
        fields.put("contact_cat", List.of(4, 11));
        fields.put("has_membership", true);
        fields.put("city", OntraportConstants.CLEAR);
        fields.put("spent", new BigDecimal("1E+2"));
        fields.put("zip", "01234");

        send("ontraport:contacts?operation=create&timeZone=Europe/Berlin", fields);

        assertThat(sandbox().requests().get(0).body())
                .contains(
                        "\"dla\":1760000000",
                        "\"birthday\":1772319600",
                        "\"contact_cat\":\"*/*4*/*11*/*\"",
                        "\"has_membership\":1",
                        "\"city\":\"\"",
                        "\"spent\":100",
                        "\"zip\":\"01234\"");
    }

    @Test
    void upsertDistinguishesCreatedFromMerged() {
        Map<String, Object> ada = Map.of("firstname", "Ada", "email", "ada@example.com");

        Exchange first = send("ontraport:contacts?operation=upsert", ada);
        Exchange second = send("ontraport:contacts?operation=upsert", ada);

        assertThat(first.getMessage().getHeader(OntraportConstants.CREATED)).isEqualTo(true);
        assertThat(second.getMessage().getHeader(OntraportConstants.CREATED)).isEqualTo(false);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(record(second)).containsEntry("id", Long.toString(id(first)));
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
    }

    @Test
    void upsertDoesNotTellMergedOfWhatItMayHaveCreatedBeforeItsReplyWasLost() {
        Map<String, Object> ada = Map.of("firstname", "Ada", "email", "ada@example.com");
        sandbox().faults().dropConnectionAfterCommit();

        Exchange found = send("ontraport:contacts?operation=upsert", ada);

        assertThat(found.getException()).isNull();
        assertThat(found.getMessage().getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 2)
                .containsEntry(OntraportConstants.OBJECT_ID, "1")
                .doesNotContainKey(OntraportConstants.CREATED);
    }

    @Test
    void upsertReportsWhatItsRepeatCreated() {
        sandbox().faults().dropConnectionBeforeCommit();

        Exchange created = send("ontraport:contacts?operation=upsert", Map.of("email", "ada@example.com"));

        assertThat(created.getMessage().getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 2)
                .containsEntry(OntraportConstants.CREATED, true);
    }

    @Test
    void upsertOfATagCannotTellCreatedFromMerged() {
        Exchange upserted = send("ontraport:tags?operation=upsert", Map.of("tag_name", "VIP", "object_type_id", 0));

        assertThat(upserted.getException()).isNull();
        assertThat(upserted.getMessage().getHeader(OntraportConstants.CREATED)).isNull();
        assertThat(sandbox().find(TAGS, id(upserted))).isPresent();
    }

    @Test
    void ignoreBlanksKeepsWhatIsThere() {
        long id = sandbox().create(CONTACTS, Map.of("email", "a@example.com", "city", "Bend"));
        Map<String, Object> blank = Map.of("email", "a@example.com", "city", "");

        send("ontraport:contacts?operation=upsert&ignoreBlanks=true", blank);
        assertThat(sandbox().find(CONTACTS, id).orElseThrow()).containsEntry("city", "Bend");

        send(
                "ontraport:contacts?operation=upsert&ignoreBlanks=true",
                blank,
                Map.of(OntraportConstants.IGNORE_BLANKS, false));
        assertThat(sandbox().find(CONTACTS, id).orElseThrow()).containsEntry("city", "");
    }

    @Test
    void updateFindsItsRecordByHeaderThenOptionThenBody() {
        long one = sandbox().create(CONTACTS, Map.of("city", "-"));
        long two = sandbox().create(CONTACTS, Map.of("city", "-"));
        long three = sandbox().create(CONTACTS, Map.of("city", "-"));
        String byOption = "ontraport:contacts?operation=update&recordId=" + two;

        send(byOption, Map.of("city", "by header", "id", three), Map.of(OntraportConstants.RECORD_ID, one));
        send(byOption, Map.of("city", "by option", "id", three));
        Exchange byBody = send("ontraport:contacts?operation=update", Map.of("city", "by body", "id", three));

        assertThat(sandbox().records(CONTACTS))
                .extracting(contact -> contact.get("city"))
                .containsExactly("by header", "by option", "by body");
        assertThat(record(byBody)).containsEntry("city", "by body").containsKey("dlm");
    }

    @Test
    void updateFindsItsRecordByUniqueId() {
        long id = sandbox().create(CONTACTS, Map.of("city", "-"));
        Object uniqueId = sandbox().find(CONTACTS, id).orElseThrow().get("unique_id");

        send(
                "ontraport:contacts?operation=update",
                Map.of("city", "Salem"),
                Map.of(OntraportConstants.UNIQUE_ID, uniqueId));
        send("ontraport:contacts?operation=update", Map.of("title", "Boss", "unique_id", uniqueId));

        assertThat(sandbox().find(CONTACTS, id).orElseThrow())
                .containsEntry("city", "Salem")
                .containsEntry("title", "Boss");
    }

    @Test
    void getReadsByIdUniqueIdOrEmail() {
        long first = sandbox().create(CONTACTS, Map.of("email", "twin@example.com"));
        sandbox().create(CONTACTS, Map.of("email", "twin@example.com"));
        Object uniqueId = sandbox().find(CONTACTS, first).orElseThrow().get("unique_id");

        assertThat(id(send("ontraport:contacts?operation=get&recordId=" + first)))
                .isEqualTo(first);
        assertThat(id(send("ontraport:contacts?operation=get", Long.toString(first))))
                .isEqualTo(first);
        assertThat(id(send("ontraport:contacts?operation=get&uniqueId=" + uniqueId)))
                .isEqualTo(first);
        Exchange byEmail = send("ontraport:contacts?operation=get&email=twin@example.com");
        assertThat(id(byEmail)).isEqualTo(first);
        assertThat(byEmail.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, 2L)
                .containsEntry(OntraportConstants.REQUESTS, 1);
    }

    @Test
    void aPlusInAnAddressIsKeptInRawOptionsAndHeaders() {
        long id = sandbox().create(CONTACTS, Map.of("email", "ada+crm@example.com"));

        assertThat(id(send("ontraport:contacts?operation=get&email=RAW(ada+crm@example.com)")))
                .isEqualTo(id);
        assertThat(id(send(
                        "ontraport:contacts?operation=get",
                        null,
                        Map.of(OntraportConstants.EMAIL, "ada+crm@example.com"))))
                .isEqualTo(id);
    }

    @Test
    void getReadsOnlyTheFieldsAskedForAndThoseOfRelatedRecords() {
        long id = sandbox().create(CONTACTS, Map.of("email", "a@example.com", "city", "Bend"));

        Exchange read = send("ontraport:contacts?operation=get&listFields=city&externs=owner//firstname", id);

        assertThat(read.getException()).isNull();
        assertThat(record(read))
                .containsOnlyKeys("id", "city", "owner//firstname")
                .containsEntry("city", "Bend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recordId=4711", "uniqueId=nope", "email=nobody@example.com", "recordId=4711&listFields=email"})
    void gettingWhatIsNotThereGivesNull(String selector) {
        Exchange missing = send("ontraport:contacts?operation=get&" + selector, "the body before");

        assertThat(missing.getException()).isNull();
        assertThat(missing.getMessage().getBody()).isNull();
        assertThat(missing.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isNull();
    }

    @Test
    void countIsALongInBodyAndHeader() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        sandbox().create(CONTACTS, Map.of("city", "Salem"));

        Exchange all = send("ontraport:contacts?operation=count");
        Exchange some = send("ontraport:contacts?operation=count&condition=city = 'Bend'");

        assertThat(all.getMessage().getBody()).isEqualTo(2L);
        assertThat(some.getMessage().getBody()).isEqualTo(1L);
        assertThat(some.getMessage().getHeader(OntraportConstants.COUNT)).isEqualTo(1L);
    }

    @Test
    void deleteLeavesTheBodyAndNamesTheRecord() {
        long id = sandbox().create(CONTACTS, Map.of("city", "Bend"));
        Map<String, Object> body = Map.of("id", Long.toString(id), "city", "Bend");

        Exchange deleted = send("ontraport:contacts?operation=delete", body);

        assertThat(deleted.getMessage().getBody()).isSameAs(body);
        assertThat(id(deleted)).isEqualTo(id);
        assertThat(sandbox().records(CONTACTS)).isEmpty();
        assertThat(send("ontraport:contacts?operation=delete", body).getException())
                .isInstanceOf(OntraportNotFoundException.class);
    }

    @Test
    void describeGivesTheFieldsByName() {
        Exchange described = send("ontraport:contacts?operation=describe");

        assertThat(described.getException()).isNull();
        assertThat(record(described)).containsKeys("firstname", "email", "dlm");
        assertThat(record(described).get("firstname"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("alias", "First Name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=b@example.com", "uniqueId=none"})
    void aRecordThatCannotBeComparedIsNotTheOneAskedFor(String selector) {
        sandbox().create(CONTACTS, Map.of("email", "a@example.com", "firstname", "Ada"));
        sandbox().faults().ignoreCondition(true);

        assertThat(send("ontraport:contacts?operation=get&listFields=firstname&" + selector)
                        .getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("the server ignored the condition");
        sandbox().faults().json(200, "{\"code\":0,\"data\":[{\"id\":\"1\",\"firstname\":\"Ada\"}]}");
        assertThat(send("ontraport:contacts?operation=get&listFields=firstname&" + selector)
                        .getException())
                .hasMessageContaining("the server ignored the condition");
    }

    @Test
    void theFieldThatARecordIsFoundByComesAlong() {
        sandbox().create(CONTACTS, Map.of("email", "a@example.com", "firstname", "Ada", "city", "Bend"));

        Exchange read = send("ontraport:contacts?operation=get&listFields=firstname&email=a@example.com");

        assertThat(record(read)).containsOnlyKeys("id", "firstname", "email");
        assertThat(sandbox().requests().get(0).query()).containsEntry("listFields", "id,firstname,email");
    }

    @Test
    void theDataOfAnOfferAreWrittenLikeTheOfferOfASale() {
        Map<String, Object> data = Map.of(
                "hasTaxes",
                false,
                "products",
                List.of(Map.of("id", 1, "quantity", 1, "price", List.of(Map.of("price", "0.30")))));

        Exchange created = send("ontraport:offers?operation=create", Map.of("name", "Spring", "data", data));

        assertThat(created.getException()).isNull();
        assertThat(sandbox().requests().get(0)).satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST /Offers");
            assertThat(request.contentType()).startsWith("application/json");
            assertThat(request.body())
                    .contains("\"name\":\"Spring\"", "\"data\":{", "\"hasTaxes\":false", "\"price\":0.30}");
        });
        Map<String, Object> read = record(send("ontraport:offers?operation=get&recordId=1"));
        assertThat(read.get("data")).asString().startsWith("{").contains("\"hasTaxes\":false");
        assertThat(send("ontraport:offers?operation=update", read).getException())
                .isNull();
        assertThat(send("ontraport:offers?operation=update&recordId=1", Map.of("name", "Summer"))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"name":"o"}                                                                       | A new offer needs [name, data]
            {"data":{"products":[{"id":1}]}}                                                   | A new offer needs [name, data]
            {"name":"o","data":[1]}                                                            | is a map with products
            {"name":"o","data":{}}                                                             | needs data.products
            {"name":"o","data":{"products":[]}}                                                | needs data.products
            {"name":"o","data":{"products":[{"id":1,"price":[{"price":0.30000000000000004}]}]}} | data.products[0].price[0].price is '0.30000000000000004', not an amount
            {"name":"o","data":{"products":[{"id":1,"totl":1}]}}                               | Did you mean 'total'?
            {"name":"o","data":{"hasTaxs":true,"products":[{"id":1}]}}                         | Did you mean 'hasTaxes'?
            """)
    void anOfferThatCannotBeSoldIsRefused(String body, String words) {
        assertThat(send("ontraport:offers?operation=create", body).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }
}
