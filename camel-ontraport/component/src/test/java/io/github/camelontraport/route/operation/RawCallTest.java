package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportDeclinedException;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawCallTest extends SandboxTestSupport {

    @Test
    void readsWithOptions() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange read = send("ontraport:raw?path=/objects&query.objectID=0&query.listFields=id,city");

        assertThat(read.getException()).isNull();
        assertThat(records(read)).containsExactly(Map.of("id", "1", "city", "Bend"));
        assertThat(read.getMessage().getHeaders())
                .doesNotContainKey(OntraportConstants.OBJECT_TYPE)
                .containsEntry(OntraportConstants.REQUESTS, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objects?objectID=0&listFields=id%2Ccity",
                "/1/objects?objectID=0&listFields=id,city",
                "1/objects/?listFields=id,city&objectID=0"
            })
    void aCopiedPathMayHaveVersionAndQuery(String path) {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange read = send("ontraport:raw", null, Map.of(OntraportConstants.PATH, path));

        assertThat(read.getException()).isNull();
        assertThat(records(read)).containsExactly(Map.of("id", "1", "city", "Bend"));
        assertThat(sandbox().requests().get(0).path()).isEqualTo("/objects");
    }

    /** With one of the values, the call would be about other records than it names. */
    @Test
    void aParameterThatIsGivenTwiceIsRefused() {
        for (String path : List.of("/objects?objectID=0&ids=1&ids=2", "/objects?objectID=0&objectID=14&ids=1")) {
            assertThat(send("ontraport:raw?method=DELETE", null, Map.of(OntraportConstants.PATH, path))
                            .getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("is given twice");
        }
        assertThat(send(
                                "ontraport:raw?method=PUT&path=/objects/tag",
                                "objectID=0&add_list=1&ids=1&ids=2",
                                Map.of(
                                        OntraportConstants.REQUEST_HEADERS,
                                        Map.of("Content-Type", "application/x-www-form-urlencoded")))
                        .getException())
                .hasMessageContaining("Parameter ids is given twice");
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"city=M%FCnchen", "city=%C3", "city=%EF%BF%BD&state=%FC"})
    void percentEscapesThatAreNotUtf8AreRefused(String form) {
        for (Exchange refused : List.of(
                send("ontraport:raw?method=POST&path=/Contacts", form, form()),
                send("ontraport:raw", null, Map.of(OntraportConstants.PATH, "/Contacts?" + form)))) {
            assertThat(refused.getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("not UTF-8");
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aJsonObjectIsSentAsAFormWithItsFields() {
        sandbox().faults().json(200, "{\"code\":0}");

        send("ontraport:raw?method=POST&path=/Contacts", "{\"city\":\"M\u00FCnchen \uFFFD\"}", form());

        assertThat(PercentEncoding.decode(sandbox().requests().get(0).body()))
                .isEqualTo(Map.of("city", "M\u00FCnchen \uFFFD"));
    }

    /** The reply would be something else than JSON, or the request something else than it says. */
    @ParameterizedTest
    @ValueSource(strings = {"Accept-Encoding", "content-encoding", "TE"})
    void headersOfTheEncodingAreReserved(String name) {
        Exchange refused = send(
                "ontraport:raw?path=/Contacts", null, Map.of(OntraportConstants.REQUEST_HEADERS, Map.of(name, "gzip")));

        assertThat(refused.getException()).hasMessageContaining("Request header '" + name + "' cannot be set");
    }

    @Test
    void aContentTypeThatIsGivenTwiceIsRefused() {
        Exchange refused = send(
                "ontraport:raw?method=POST&path=/Contacts",
                Map.of("city", "Bend"),
                Map.of(
                        OntraportConstants.REQUEST_HEADERS,
                        Map.of("Content-Type", "application/json", "content-type", "application/json")));

        assertThat(refused.getException()).hasMessageContaining("Content-Type is given twice");
    }

    @Test
    void aVersionInThePathDoesNotPassTheGuard() {
        Exchange refused =
                send("ontraport:raw?method=DELETE", null, Map.of(OntraportConstants.PATH, "/1/objects?objectID=0"));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("ids");
        assertThat(send("ontraport:raw?query.objectID=0", null, Map.of(OntraportConstants.PATH, "/objects?objectID=14"))
                        .getException())
                .hasMessageContaining("give it once");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void headersWinOverOptionsAndAreUsedUp() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange read = send(
                "ontraport:raw?method=POST&path=/nowhere&query.objectID=7&query.listFields=id",
                null,
                Map.of(
                        OntraportConstants.METHOD,
                        "get",
                        OntraportConstants.PATH,
                        "Contacts",
                        OntraportConstants.QUERY,
                        Map.of("listFields", "city")));

        assertThat(records(read)).containsExactly(Map.of("city", "Bend"));
        assertThat(read.getMessage().getHeaders())
                .doesNotContainKeys(OntraportConstants.METHOD, OntraportConstants.PATH, OntraportConstants.QUERY);
    }

    @Test
    void sendsJsonAndForms() {
        Exchange json = send(
                "ontraport:raw?method=POST&path=/objects",
                Map.of("objectID", 0, "firstname", "Zoë", "dla", Instant.ofEpochSecond(7)));
        Exchange formMap =
                send("ontraport:raw?method=POST&path=/Contacts", Map.of("firstname", "Ünal & Söhne"), form());
        Exchange formText = send("ontraport:raw?method=POST&path=/Contacts", "firstname=Ada+%2B&city=", form());

        assertThat(json.getException()).isNull();
        assertThat(formMap.getException()).isNull();
        assertThat(formText.getException()).isNull();
        assertThat(sandbox().records(CONTACTS))
                .extracting(contact -> contact.get("firstname"))
                .containsExactly("Zoë", "Ünal & Söhne", "Ada +");
        assertThat(sandbox().requests())
                .extracting(request -> request.contentType())
                .containsExactly("application/json", RequestBody.FORM, RequestBody.FORM);
    }

    @Test
    void jsonTextIsSentUnchanged() {
        send("ontraport:raw?method=POST&path=/objects", "{\"objectID\":0,\"flag\":true,\"list\":[1,2],\"none\":null}");

        assertThat(sandbox().requests().get(0).body())
                .isEqualTo("{\"objectID\":0,\"flag\":true,\"list\":[1,2],\"none\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/1/objects",
                "//evil.example/objects",
                "/../2/objects",
                "/objects/../../x",
                "/%2e%2e/x",
                "/objects#x",
                "\\\\evil",
                "/a b",
                "/.",
                "@evil.example/objects",
                ":80/objects",
                "/"
            })
    void staysBelowTheBaseUrl(String path) {
        Exchange refused = send("ontraport:raw", null, Map.of(OntraportConstants.PATH, path));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("not a path below baseUrl");
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Api-Key",
                "api-appid",
                "API-KEY",
                "Host",
                "Content-Length",
                "Authorization",
                "X y",
                "X-HTTP-Method-Override"
            })
    void keepsItsCredentialsAndItsDestination(String header) {
        Exchange refused = send(
                "ontraport:raw?path=/objects", null, Map.of(OntraportConstants.REQUEST_HEADERS, Map.of(header, "0")));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(header);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aHeaderValueCannotSmuggleInAnother() {
        Exchange refused = send(
                "ontraport:raw?path=/objects",
                null,
                Map.of(OntraportConstants.REQUEST_HEADERS, Map.of("X-Note", "a\r\nApi-Key: other")));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("X-Note");
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            DELETE | /objects                   | {"objectID":0}                              | ids
            DELETE | /objects                   | {"objectID":0,"ids":[]}                     | ids
            DELETE | /objects                   | {"objectID":0,"ids":"0"}                    | 0
            DELETE | /objects                   | {"objectID":0,"ids":[1],"performAll":1}     | performAll
            DELETE | /objects                   | {"objectID":0,"group_id":0,"performAll":1}  | group_id
            DELETE | /objects                   | {"objectID":0,"condition":"[]"}             | condition
            DELETE | /objects                   | {"objectID":0,"ids":[1],"ids[]":0}          | ids[]
            DELETE | /objects                   | {"objectID":0,"ids":[1]," performAll":1}    |  performAll
            DELETE | /objects                   | {"objectID":0,"ids":[1],"group.id":0}       | group.id
            DELETE | /objects                   | {"objectID":0,"ids":"[1]"}                  | ids
            DELETE | /objects                   | {"objectID":0,"ids":" 1"}                   | ids
            DELETE | /objects                   | {"objectID":0,"ids":[{"id":1}]}             | ids
            DELETE | /objects                   | [{"performAll":1}]                          | must be an object
            DELETE | /Pets                      | {}                                          | id
            DELETE | /objects.json              | {"objectID":0}                              | not a path below baseUrl
            DELETE | /Pets                      | {"field":1,"performAll":true}               | performAll
            POST   | /made/up                   | {" performAll":1}                           |  performAll
            POST   | /made/up                   | {" _method":"DELETE"}                       | _method
            PUT    | /objects                   | {"objectID":0,"id":1,"group_id":0}          | group_id
            POST   | /made/up                   | {"performAll":1,"ids":[1]}                  | performAll
            POST   | /made/up                   | {"_method":"DELETE"}                        | _method
            DELETE | /Contacts                  | {}                                          | ids
            DELETE | /contacts/                 | {}                                          | ids
            DELETE | /object                    | {"objectID":0}                              | id
            DELETE | /Contact                   | {"id":"0"}                                  | 0
            PUT    | /objects/tag               | {"objectID":0,"add_list":[1]}               | ids
            PUT    | /objects/tagByName         | {"objectID":0,"add_names":["a"],"ids":0}    | 0
            DELETE | /objects/tag               | {"objectID":0,"remove_list":[1],"condition":"[]","ids":[1]} | condition
            DELETE | /objects/tagByName         | {"objectID":0,"remove_names":["a"]}         | ids
            DELETE | /objects/subscribe         | {"objectID":0,"remove_list":[1]}            | ids
            POST   | /objects/pause             | {"objectID":6}                              | ids
            PUT    | /objects                   | {"objectID":0,"city":"x"}                   | id
            PUT    | /objects                   | {"objectID":0,"city":"x","unique_id":null}  | id
            PUT    | /Contacts                  | {"city":"x"}                                | id
            PUT    | /Contacts                  | {"city":"x","id":1,"performAll":1}          | performAll
            DELETE | /objects/fieldeditor       | {"objectID":0}                              | field or section
            DELETE | /objects/fieldeditor       | {"objectID":0,"field":null}                 | field or section
            POST   | /task/complete             | {"object_type_id":0}                        | ids
            PUT    | /transaction/refund        | {"objectID":46,"condition":"[]"}            | condition
            PUT    | /transaction/markPaid      | {}                                          | id
            PUT    | /transaction/order         | {"objectID":52,"offer":{"products":[]}}     | products
            PUT    | /transaction/order         | {"objectID":52,"offer":{"products":[{"id":1}]}} | order_id
            POST   | /transaction/payInvoice    | {"cc_id":1}                                 | invoice_id
            POST   | /transaction/payInvoice    | {"invoice_id":"0"}                          | 0
            POST   | /transaction/requestPayment | {"ids":0}                                  | 0
            """)
    void takesTheGuardOfTheRowItEquals(String method, String path, String body, String words) {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange refused = send(
                "ontraport:raw?allowAll=false",
                body,
                Map.of(OntraportConstants.METHOD, method, OntraportConstants.PATH, path));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aGuardIsNotPassedByGivingAParameterTwice() {
        Exchange refused = send(
                "ontraport:raw?method=DELETE&path=/objects&query.objectID=0&query.ids=0", Map.of("ids", List.of(1)));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("in the query and in the body");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void allowAllIsNotMeantWhenAnythingNamesOrBoundsRecords() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        String uri = "ontraport:raw?method=DELETE&path=/objects&query.objectID=0&allowAll=true";
        Map<String, Object> nullQuery = new HashMap<>();
        nullQuery.put(OntraportConstants.QUERY, null);
        Map<String, Object> nullIds = new HashMap<>();
        nullIds.put("ids", null);

        for (Exchange refused : List.of(
                send(uri, Map.of("id", 2)),
                send(uri, Map.of("range", 1)),
                send(uri, "{\"ids\":null}"),
                send(uri, null, nullQuery),
                send(uri, null, Map.of(OntraportConstants.QUERY, nullIds)),
                send(uri, null, Map.of(OntraportConstants.IDS, List.of(2))),
                send(uri, null, Map.of(OntraportConstants.CONDITION, "id > 5")))) {
            assertThat(refused.getException()).isInstanceOf(OntraportValidationException.class);
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void soManyIdsThatNoUrlHoldsThemAreLeftToDeleteAll() {
        List<Long> ids = LongStream.rangeClosed(1, 3000).boxed().toList();

        assertThat(send("ontraport:raw?method=DELETE&path=/Contacts", Map.of("ids", ids))
                        .getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("deleteAll");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            DELETE | /objects/tagByName         | {"objectID":0,"remove_names":["a"],"ids":[1]}
            PUT    | /objects                   | {"objectID":0,"unique_id":"A7f3kQ2pZ","city":"Salem","condition":"new"}
            PUT    | /Tags                      | {"tag_id":5,"tag_name":"x"}
            POST   | /task/assign               | {"object_type_id":0,"ids":[208],"message":{"id":61,"type":"task"}}
            POST   | /transaction/processManual | {"contact_id":1,"offer":{"products":[{"id":5,"shipping":false}]}}
            """)
    void anAllowedCallIsSentUnchanged(String method, String path, String body) {
        sandbox().faults().json(200, "{\"code\":0}");

        Exchange sent =
                send("ontraport:raw", body, Map.of(OntraportConstants.METHOD, method, OntraportConstants.PATH, path));

        assertThat(sent.getException()).isNull();
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo(method + " " + path);
            assertThat(request.body()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            DELETE | /Webhook/unsubscribe | {"id":6}                              | {id=6}                           |
            DELETE | /objects/subscribe   | {"objectID":0,"ids":[1,2],"remove_list":[7],"sub_type":"Sequence"} | {objectID=0, ids=1,2, remove_list=7, sub_type=Sequence} |
            DELETE | /objects/fieldeditor | {"objectID":0,"field":"f1558"}        | {objectID=0, field=f1558}        |
            DELETE | /Pets/fieldeditor    | {"field":"f1558"}                     | {field=f1558}                    |
            POST   | /Webhook/subscribe   | {"url":"https://a.example","event":"sub_tag(1)"} | {}                    | {url=https://a.example, event=sub_tag(1)}
            PUT    | /objects/tag         | {"objectID":0,"add_list":[4,11],"ids":[1]} | {}                          | {objectID=0, add_list=4,11, ids=1}
            """)
    void isEncodedAsTheRowItEquals(String method, String path, String body, String query, String form) {
        sandbox().faults().json(200, "{\"code\":0}");

        Exchange sent =
                send("ontraport:raw", body, Map.of(OntraportConstants.METHOD, method, OntraportConstants.PATH, path));

        assertThat(sent.getException()).isNull();
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo(method + " " + path);
            assertThat(request.query()).hasToString(query);
            assertThat(PercentEncoding.decode(request.body())).hasToString(form == null ? "{}" : form);
        });
    }

    @Test
    void aContentTypeOfTheMessageWins() {
        sandbox().faults().json(200, "{\"code\":0}");
        String body = "{\"objectID\":0,\"add_list\":[4],\"ids\":[1]}";

        send(
                "ontraport:raw?method=PUT&path=/objects/tag",
                body,
                Map.of(OntraportConstants.REQUEST_HEADERS, Map.of("Content-Type", "application/json")));

        assertThat(sandbox().requests().get(0).body()).isEqualTo(body);
    }

    @Test
    void aListInTheQueryIsSentAsTheApiReadsIt() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        sandbox().create(CONTACTS, Map.of("city", "Salem"));

        Exchange deleted = send(
                "ontraport:raw?method=DELETE&path=/objects",
                null,
                Map.of(OntraportConstants.QUERY, Map.of("objectID", 0, "ids", List.of(1, 2))));

        assertThat(deleted.getException()).isNull();
        assertThat(sandbox().requests().get(0).query()).containsEntry("ids", "1,2");
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @Test
    void whatADeleteSelectsTravelsInTheQuerySoThatALostBodyCannotWidenIt() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        sandbox().create(CONTACTS, Map.of("city", "Salem"));

        Exchange deleted = send("ontraport:raw?method=DELETE&path=/Contacts", Map.of("ids", List.of(2)));
        Exchange split = send(
                "ontraport:raw?method=DELETE&path=/objects/tagByName&query.objectID=0&query.remove_names=a",
                Map.of("ids", List.of(1)));

        assertThat(deleted.getException()).isNull();
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.query()).containsEntry("ids", "2");
            assertThat(request.body()).isEmpty();
        });
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
        assertThat(split.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("all in the query or all in the body");
    }

    @Test
    void deletesByIdsAndWithAllowAllEverything() {
        for (int i = 0; i < 3; i++) {
            sandbox().create(CONTACTS, Map.of("city", "Bend"));
        }
        assertThat(send("ontraport:raw?method=DELETE&path=/objects&query.objectID=0&query.ids=1,3")
                        .getException())
                .isNull();
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
        assertThat(send("ontraport:raw?method=DELETE&path=/Contacts&allowAll=true&query.id=2")
                        .getException())
                .isInstanceOf(OntraportValidationException.class);
        assertThat(send("ontraport:raw?method=DELETE&path=/Contacts&allowAll=true")
                        .getException())
                .isNull();
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET    | /objects              |                                          | 2
            PUT    | /objects              | {"objectID":0,"id":1,"city":"x"}         | 2
            POST   | /objects              | {"objectID":0,"city":"x"}                | 1
            POST   | /objects/saveorupdate | {"objectID":0,"city":"x"}                | 1
            POST   | /objects/saveorupdate | {"objectID":0,"id":0,"city":"x"}         | 1
            POST   | /Contacts/saveorupdate | {"email":"a@example.com"}               | 2
            POST   | /Contacts/saveorupdate | {"id":7,"email":"a@example.com"}        | 1
            POST   | /Contacts/saveorupdate | {"unique_id":"N","email":"a@example.com"} | 1
            PUT    | /objects/tagByName    | {"objectID":0,"add_names":["a"],"ids":[1]} | 2
            PUT    | /objects/tag          | {"objectID":0,"add_list":[1],"ids":[1]}  | 2
            DELETE | /Contact              | {"id":1}                                 | 2
            PUT    | /objects/subscribe    | {"objectID":0,"add_list":[1],"ids":[1]}  | 1
            POST   | /objects/pause        | {"objectID":6,"ids":[1]}                 | 2
            POST   | /objects/fieldeditor  | {"objectID":0,"name":"S"}                | 1
            PUT    | /objects/fieldeditor  | {"objectID":0,"name":"S"}                | 1
            POST   | /Webhook/subscribe    | {"url":"https://a.example","event":"sub_tag(1)"} | 1
            PUT    | /CreditCard/default   | {"id":1}                                 | 2
            POST   | /made/up              | {"a":1}                                  | 1
            POST   | /transaction/processManual | {"contact_id":1}                    | 1
            POST   | /transaction/payInvoice | {"invoice_id":1}                       | 1
            POST   | /transaction/requestPayment | {"contact_id":1}                   | 1
            POST   | /task/complete       | {"object_type_id":0,"ids":[1]}           | 1
            POST   | /task/cancel         | {"objectID":1,"ids":[1]}                 | 2
            """)
    void isRepeatedAsTheRowItEquals(String method, String path, String body, int requests) {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        sandbox().faults().on(method, path).status(503, "Service unavailable");

        Exchange exchange = send(
                "ontraport:raw?query.range=1",
                body,
                Map.of(OntraportConstants.METHOD, method, OntraportConstants.PATH, path));

        assertThat(sandbox().requestCount()).isEqualTo(requests);
        if (requests == 1) {
            assertThat(exchange.getException())
                    .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                            .isTrue());
        }
    }

    @Test
    void aDeclineIsAnErrorUnlessFailOnDeclineIsOff() {
        String declined = "{\"code\":0,\"data\":{\"result_code\":2,\"message\":\"Card declined\"},\"account_id\":1}";
        sandbox().faults().on("POST", "/transaction/processManual").times(2).json(200, declined);
        String uri = "ontraport:raw?method=POST&path=/transaction/processManual";

        Exchange thrown = send(uri, Map.of("contact_id", 1));
        Exchange reported = send(uri + "&failOnDecline=false", Map.of("contact_id", 1));

        assertThat(thrown.getException())
                .isInstanceOf(OntraportDeclinedException.class)
                .hasMessageContaining("Card declined");
        assertThat(record(reported)).containsEntry("result_code", 2L);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        Exchange refused = send("ontraport:raw?method=POST&path=/objects", "firstname=Ada");

        assertThat(refused.getException()).isInstanceOf(OntraportValidationException.class);
        assertThat(refused.getMessage().getBody()).isEqualTo("firstname=Ada");
        assertThat(sandbox().requestCount()).isZero();
    }

    private static Map<String, Object> form() {
        return Map.of(OntraportConstants.REQUEST_HEADERS, Map.of("content-type", RequestBody.FORM + "; charset=UTF-8"));
    }
}
