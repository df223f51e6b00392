package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of many records: a changing call names its records by id, always. */
class DeleteAllTest extends SandboxTestSupport {

    private static final String URI = "ontraport:contacts?operation=deleteAll";

    @ParameterizedTest
    @MethodSource("io.github.camelontraport.route.operation.BodyIdsRouteTest#bodies")
    void takesIdsFromABodyOfAnyForm(Object body) {
        contacts(4);

        Exchange deleted = send(URI, body);

        assertThat(deleted.getException()).isNull();
        assertThat(remaining()).containsExactly("2", "4");
        assertThat(deleted.getMessage().getBody()).isSameAs(body);
        assertThat(deleted.getMessage().getHeaders())
                .containsEntry(OntraportConstants.ACKNOWLEDGEMENT, "Deleted")
                .containsEntry(OntraportConstants.COUNT, 2L)
                .containsEntry(OntraportConstants.REQUESTS, 1);
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("DELETE");
            assertThat(request.query()).containsOnlyKeys("objectID", "ids");
            assertThat(request.body()).isNullOrEmpty();
        });
    }

    @Test
    void aSelectionIsReadIntoIdsFirst() {
        contacts(120);

        Exchange deleted = send(URI + "&condition=city = 'Bend'", "whatever is in the body");

        assertThat(deleted.getException()).isNull();
        assertThat(remaining()).hasSize(60);
        assertThat(sandbox().requests())
                .extracting(request -> request.method())
                .containsExactly("GET", "GET", "DELETE");
        assertThat(sandbox().requests().get(2).query()).containsOnlyKeys("objectID", "ids");
    }

    @Test
    void aConditionThatTheServerIgnoresDeletesNothing() {
        contacts(20);
        sandbox().faults().ignoreCondition(true);

        Exchange refused = send(URI + "&condition=city = 'Bend'");

        assertThat(refused.getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("does not match the condition")
                .hasMessageContaining("Nothing was changed");
        assertThat(remaining()).hasSize(20);
    }

    @Test
    void aConditionThatCannotBeCheckedDeletesNothing() {
        contacts(3);
        sandbox().faults().ignoreCondition(true);

        Exchange refused = send(URI + "&condition=no_such_field = 'x'");

        assertThat(refused.getException()).hasMessageContaining("cannot be checked");
        assertThat(remaining()).hasSize(3);
    }

    @Test
    void aGroupOrASearchIsReadIntoIdsFirst() {
        contacts(6);
        long group = sandbox().create(3, Map.of("name", "Two of them", "type", 0));
        sandbox().addToGroup(group, 2, 4);

        Exchange deleted = send(URI + "&groupId=" + group);
        Exchange searched = send(URI + "&search=No 5");

        assertThat(deleted.getException()).isNull();
        assertThat(searched.getException()).isNull();
        assertThat(remaining()).containsExactly("1", "3", "6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&allowAll=true"})
    void anEmptyListSendsNothing(String option) {
        contacts(2);

        for (Object ids : List.of(List.of(), "", "[]", new Object[0])) {
            Exchange nothing = send(URI + option, "body", Map.of(OntraportConstants.IDS, ids));
            assertThat(nothing.getException()).isNull();
            assertThat(nothing.getMessage().getHeaders())
                    .containsEntry(OntraportConstants.REQUESTS, 0)
                    .containsEntry(OntraportConstants.COUNT, 0L);
        }
        assertThat(send(URI + option, List.of()).getException()).isNull();
        assertThat(send(URI + option, " ").getException()).isNull();
        assertThat(sandbox().requestCount()).isZero();
        assertThat(remaining()).hasSize(2);
    }

    @Test
    void noSelectionAtAllFailsAndSendsNothing() {
        contacts(2);

        assertThat(send(URI).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("No record is selected");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void idsOfAMessageDoNotPassTheConditionOfTheEndpoint() {
        contacts(3);

        Exchange refused = send(URI + "&condition=city = 'Bend'", null, Map.of(OntraportConstants.IDS, List.of(1)));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("only one of them");
        assertThat(remaining()).hasSize(3);
    }

    @Test
    void aFileWithoutContentDeletesNothingEvenWithAllowAll() {
        contacts(3);

        Exchange nothing = send(URI + "&allowAll=true", new FileWithoutContent());

        assertThat(nothing.getException()).isNull();
        assertThat(remaining()).hasSize(3);
    }

    private static final class FileWithoutContent implements WrappedFile<Object> {

        @Override
        public Object getFile() {
            return null;
        }

        @Override
        public Object getBody() {
            return null;
        }

        @Override
        public long getFileLength() {
            return 0;
        }
    }

    @Test
    void aSingleIdIsASelectionToo() {
        contacts(3);

        assertThat(send(URI + "&allowAll=true", null, Map.of(OntraportConstants.RECORD_ID, 2))
                        .getException())
                .isNull();
        assertThat(send(URI + "&recordId=1").getException()).isNull();
        assertThat(remaining()).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ids", "RecordId", "Condition", "Search", "GroupId"})
    void allowAllIsNotMeantWhenASelectingHeaderHasNoValue(String header) {
        contacts(3);
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelOntraport" + header, null);

        Exchange refused = send(URI + "&allowAll=true", null, headers);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(header);
        assertThat(remaining()).hasSize(3);
    }

    @Test
    void anOrderOfTextsCannotBeCheckedSoItDeletesNothing() {
        contacts(3);
        sandbox().faults().ignoreCondition(true);

        assertThat(send(URI + "&condition=city > 'M'").getException()).hasMessageContaining("cannot be checked");
        assertThat(remaining()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email", "UniqueId", "Tags", "TagIds", "Limit", "Start", "SearchNotes"})
    void allowAllIsNotMeantWhenAHeaderWouldSelectInAnotherOperation(String header) {
        contacts(3);

        Exchange refused = send(URI + "&allowAll=true", null, Map.of("CamelOntraport" + header, "1"));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(header);
        assertThat(remaining()).hasSize(3);
    }

    @Test
    void allowAllDeletesEveryRecordOnlyWithoutAnySelection() {
        contacts(3);
        assertThat(send(URI + "&allowAll=true", List.of(2)).getException()).isNull();
        assertThat(remaining()).containsExactly("1", "3");

        assertThat(send(URI + "&allowAll=true").getException()).isNull();
        assertThat(remaining()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0           | 0
            1,0         | 0
            1,-2        | -2
            1,two       | two
            1.5         | 1.5
            99999999999999999999 | 99999999999999999999
            """)
    void anythingThatIsNoIdFailsAndSendsNothing(String ids, String culprit) {
        contacts(2);

        assertThat(send(URI, null, Map.of(OntraportConstants.IDS, ids)).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(culprit);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aTextThatIsNoListOfIdsFailsEvenWithAllowAll() {
        contacts(2);

        assertThat(send(URI + "&allowAll=true", "good morning").getException())
                .isInstanceOf(OntraportValidationException.class);
        assertThat(remaining()).hasSize(2);
    }

    @Test
    void aLongListIsCutIntoCallsThatFitAUrl() {
        List<Long> ids = IntStream.rangeClosed(1_000_001, 1_001_000)
                .mapToObj(Long::valueOf)
                .toList();

        Exchange deleted = send(URI, ids);

        assertThat(deleted.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, 1000L)
                .containsEntry(OntraportConstants.REQUESTS, 3);
        assertThat(sandbox().requests())
                .allSatisfy(request ->
                        assertThat(request.query().get("ids").length()).isLessThan(4000));
        assertThat(sandbox().requests().stream()
                        .flatMap(request -> List.of(request.query().get("ids").split(",")).stream()))
                .containsExactlyElementsOf(ids.stream().map(String::valueOf).toList());
    }

    @Test
    void reportsWhatWasDoneWhenALaterCallFails() {
        List<Long> ids = IntStream.rangeClosed(1_000_001, 1_001_000)
                .mapToObj(Long::valueOf)
                .toList();
        // The first fault does nothing, so that the second call gets this one.
        sandbox().faults().on("DELETE", "/objects").delay(Duration.ZERO);
        sandbox().faults().on("DELETE", "/objects").status(403, "Not Authorized");

        Exchange failed = send(URI, ids);

        assertThat(failed.getException())
                .isInstanceOf(OntraportAuthenticationException.class)
                .hasMessageContaining("400 of 1000 ids");
    }

    private static void contacts(int number) {
        IntStream.rangeClosed(1, number).forEach(i -> sandbox()
                .create(CONTACTS, Map.of("firstname", "No " + i, "city", i % 2 == 0 ? "Bend" : "Salem")));
    }

    private static List<Object> remaining() {
        return sandbox().records(CONTACTS).stream()
                .map(record -> record.get("id"))
                .toList();
    }
}
