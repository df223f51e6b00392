package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportOperation;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.support.SandboxTestSupport;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest extends SandboxTestSupport {

    @Test
    void theOperationHeaderWinsAndIsUsedUp() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        for (Object operation : List.of("COUNT", OntraportOperation.count, " count ")) {
            Exchange counted =
                    send("ontraport:contacts?operation=get", null, Map.of(OntraportConstants.OPERATION, operation));
            assertThat(counted.getMessage().getBody()).isEqualTo(1L);
            assertThat(counted.getMessage().getHeaders()).doesNotContainKey(OntraportConstants.OPERATION);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CamelOntraportOperation | serach     | Did you mean 'search'?
            CamelOntraportLimit     | ten        | Header CamelOntraportLimit: 'ten' is not a whole number
            CamelOntraportSortDir   | ascc       | Did you mean 'asc'?
            CamelOntraportCondition | city = Bend | Header CamelOntraportCondition
            CamelOntraportGroupId   | -1         | Header CamelOntraportGroupId: '-1' is not an id
            CamelOntraportSearchNotes | perhaps  | neither true nor false
            CamelOntraportSearch    | ''         | Header CamelOntraportSearch is empty
            """)
    void aWrongHeaderValueFailsTheMessageAndLosesNothing(String header, String value, String words) {
        Map<String, Object> body = Map.of("id", "1");

        Exchange failed = send("ontraport:contacts?operation=search", body, Map.of(header, value));

        assertThat(failed.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(failed.getMessage().getBody()).isSameAs(body);
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "update&recordId=1,RecordId",
        "delete,RecordId",
        "get,RecordId",
        "get&recordId=1,Email",
        "deleteAll&ids=1,Ids"
    })
    void aSelectorWithoutAValueIsRefusedInsteadOfTakingAnotherRecord(String operation, String selector) {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelOntraport" + selector, null);

        Exchange refused = send("ontraport:contacts?operation=" + operation, Map.of("id", 1, "city", "Salem"), headers);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(selector);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void headersOutAreNeverReadBackAndNeverStale() {
        long id = sandbox().create(CONTACTS, Map.of("city", "Bend"));
        Map<String, Object> reports = new HashMap<>();
        reports.put(OntraportConstants.OBJECT_ID, id + 1);
        reports.put(OntraportConstants.CREATED, true);
        reports.put(OntraportConstants.ACKNOWLEDGEMENT, "Deleted");
        reports.put(OntraportConstants.COUNT, 9L);

        Exchange read = send("ontraport:contacts?operation=get", id, reports);

        assertThat(record(read)).containsEntry("id", Long.toString(id));
        assertThat(read.getMessage().getHeaders())
                .containsEntry(OntraportConstants.OBJECT_ID, Long.toString(id))
                .doesNotContainKeys(
                        OntraportConstants.CREATED, OntraportConstants.ACKNOWLEDGEMENT, OntraportConstants.COUNT);
    }

    @Test
    void onlyTheHeadersOfTheOperationAreUsedUp() {
        Exchange found = send(
                "ontraport:contacts?operation=search",
                null,
                Map.of(OntraportConstants.LIMIT, 3, OntraportConstants.TAGS, "a", "Other", "x"));

        assertThat(found.getMessage().getHeaders())
                .doesNotContainKey(OntraportConstants.LIMIT)
                .containsEntry(OntraportConstants.TAGS, "a")
                .containsEntry("Other", "x");
    }

    @Test
    void aFailedOperationLeavesItsHeadersSoThatTryingAgainMeansTheSame() throws Exception {
        for (int i = 0; i < 9; i++) {
            sandbox().create(CONTACTS, Map.of("city", "Bend"));
        }
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:again")
                        .doTry()
                        .to("ontraport:contacts?maxRetries=0")
                        .doCatch(OntraportException.class)
                        .to("ontraport:contacts?maxRetries=0")
                        .end();
            }
        });
        sandbox().faults().on("PUT", "/objects").status(503, "Busy");

        Exchange updated = send(
                "direct:again",
                Map.of("id", 9, "city", "Salem"),
                Map.of(OntraportConstants.OPERATION, "update", OntraportConstants.RECORD_ID, 5));

        assertThat(sandbox().find(CONTACTS, 5).orElseThrow()).containsEntry("city", "Salem");
        assertThat(sandbox().find(CONTACTS, 9).orElseThrow()).containsEntry("city", "Bend");
        assertThat(updated.getMessage().getHeaders())
                .doesNotContainKeys(OntraportConstants.OPERATION, OntraportConstants.RECORD_ID);
    }

    @Test
    void whatOnlyTheEndpointMaySayCannotBeSetByHeader() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));

        Exchange refused = send(
                "ontraport:contacts?operation=deleteAll",
                null,
                Map.of(
                        "CamelOntraportAllowAll",
                        true,
                        "CamelOntraportApiKey",
                        "other",
                        "CamelOntraportBaseUrl",
                        "http://x"));

        assertThat(refused.getException()).isInstanceOf(OntraportValidationException.class);
        assertThat(sandbox().records(CONTACTS)).hasSize(1);
    }

    @Test
    void reportsWhatAFailureCost() {
        sandbox().faults().always().status(503, "Service unavailable");

        Exchange failed = send("ontraport:contacts?operation=count");

        assertThat(failed.getException()).isInstanceOf(OntraportException.class);
        assertThat(failed.getMessage().getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 4)
                .containsEntry(OntraportConstants.HTTP_STATUS, 503);
    }

    @Test
    void everyInputHasItsConstantAndEveryConstantADescription() {
        List<Field> constants = Arrays.stream(OntraportConstants.class.getFields())
                .filter(field -> field.isAnnotationPresent(Metadata.class))
                .toList();

        assertThat(constants)
                .extracting(HeadersTest::value)
                .doesNotHaveDuplicates()
                .containsAll(
                        Arrays.stream(Parameter.values()).map(Parameter::header).toList());
        assertThat(constants).allSatisfy(constant -> assertThat(
                        constant.getAnnotation(Metadata.class).description())
                .isNotBlank());
    }

    /** The sender means some records, tags or lists, not those of the option. */
    @ParameterizedTest
    @CsvSource({
        "deleteAll,Condition",
        "deleteAll&ids=1,Search",
        "count&condition=id > 0,GroupId",
        "search,Condition",
        "untag&tags=VIP&ids=1,Tags",
        "tag&tagIds=4&ids=1,TagIds",
        "removeFromSequence&sequences=1&ids=1,Sequences",
        "removeFromCampaign&campaigns=1&ids=1,Campaigns"
    })
    void aSelectionWithoutAValueIsRefusedInsteadOfTakingThatOfTheOption(String operation, String selector) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelOntraport" + selector, null);

        Exchange refused = send("ontraport:contacts?operation=" + operation, 1, headers);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Header CamelOntraport" + selector + " is set but has no value");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aWrongIdIsReportedWithItsSource() {
        Map<String, Object> header = Map.of(OntraportConstants.IDS, "1,x");

        assertThat(send("ontraport:contacts?operation=tag&tags=a", 1, header).getException())
                .hasMessageContaining("Header CamelOntraportIds: element 2 of the ids is 'x'");
        assertThat(send("ontraport:transactions?operation=refund", 1, header).getException())
                .hasMessageContaining("Header CamelOntraportIds: element 2 of the ids is 'x'");
        assertThat(send("ontraport:contacts?operation=search", 1, header).getException())
                .hasMessageContaining("Header CamelOntraportIds: element 2");
        assertThat(send("ontraport:contacts?operation=delete", "ada@example.com")
                        .getException())
                .hasMessageContaining("The message body: the id is 'ada@example.com'");
        assertThat(send("ontraport:transactions?operation=refund", "abc").getException())
                .hasMessageContaining("The message body: the id is 'abc'");
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            ids=1,2    | RecordId
            recordId=1 | Ids
            """)
    void anIdOfAHeaderWinsOverTheOtherOption(String option, String header) {
        Exchange tagged =
                send("ontraport:contacts?operation=tag&tags=a&" + option, null, Map.of("CamelOntraport" + header, 3));

        assertThat(tagged.getException()).isNull();
        assertThat(sandbox().requests().get(0).body()).contains("\"ids\":[3]");
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
