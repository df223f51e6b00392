package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations tag and untag. That records are named by id, always, is shown in {@link DeleteAllTest}, too. */
class TagOperationsTest extends SandboxTestSupport {

    private static final String TAG = "ontraport:contacts?operation=tag";
    private static final String UNTAG = "ontraport:contacts?operation=untag";
    private static final int TAG_SUBSCRIBERS = 138;
    private static final String SENTENCE = "The tag is now being processed.";

    @Test
    void tagsByNameAsJsonWithArrays() {
        contacts(2);

        Exchange tagged = send(TAG + "&tags=VIP, Spring 2027&ids=2,1");

        acknowledged(tagged, 2, 1);
        assertThat(tags(1)).containsExactlyInAnyOrder("VIP", "Spring 2027").isEqualTo(tags(2));
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("PUT /objects/tagByName");
            assertThat(request.contentType()).startsWith("application/json");
            assertThat(request.query()).isEmpty();
            assertThat(request.body())
                    .isEqualTo("{\"objectID\":0,\"add_names\":[\"VIP\",\"Spring 2027\"],\"ids\":[2,1]}");
        });
    }

    @Test
    void untagsByNameAsJsonToo() {
        contacts(2);
        sandbox().addTag(CONTACTS, 1, "VIP");
        sandbox().addTag(CONTACTS, 1, "Lead");

        Exchange untagged = send(UNTAG + "&tags=VIP,Nobody has this", 1);

        acknowledged(untagged, 1, 1);
        assertThat(tags(1)).containsExactly("Lead");
        assertThat(sandbox().records(TAGS))
                .extracting(tag -> tag.get("tag_name"))
                .containsExactly("VIP", "Lead");
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("DELETE /objects/tagByName");
            assertThat(request.body())
                    .isEqualTo("{\"objectID\":0,\"remove_names\":[\"VIP\",\"Nobody has this\"],\"ids\":[1]}");
        });
    }

    @Test
    void tagsByIdAsAForm() {
        contacts(2);
        long vip = tag("VIP");
        long lead = tag("Lead");

        Exchange tagged = send(TAG + "&ids=1,2", null, Map.of(OntraportConstants.TAG_IDS, List.of(vip, lead)));

        acknowledged(tagged, 2, 1);
        assertThat(tagged.getMessage().getHeaders()).doesNotContainKey(OntraportConstants.TAG_IDS);
        assertThat(tags(2)).containsExactlyInAnyOrder("VIP", "Lead");
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("PUT /objects/tag");
            assertThat(request.contentType()).startsWith("application/x-www-form-urlencoded");
            assertThat(PercentEncoding.decode(request.body()))
                    .isEqualTo(Map.of("objectID", "0", "add_list", vip + "," + lead, "ids", "1,2"));
        });
    }

    @Test
    void untagsByIdInTheQuery() {
        contacts(2);
        sandbox().addTag(CONTACTS, 1, "VIP");
        sandbox().addTag(CONTACTS, 2, "VIP");

        Exchange untagged = send(UNTAG + "&tagIds=1&ids=2");

        acknowledged(untagged, 1, 1);
        assertThat(tags(1)).containsExactly("VIP");
        assertThat(tags(2)).isEmpty();
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("DELETE /objects/tag");
            assertThat(request.query()).isEqualTo(Map.of("objectID", "0", "remove_list", "1", "ids", "2"));
            assertThat(request.body()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "untag"})
    void withNamesAndIdsDoesBoth(String operation) {
        contacts(1);
        tag("VIP");

        Exchange done = send(
                "ontraport:contacts?operation=" + operation + "&tagIds=1", 1, Map.of(OntraportConstants.TAGS, "Lead"));

        acknowledged(done, 1, 2);
        assertThat(sandbox().requests())
                .extracting(SandboxRequest::path)
                .containsExactly("/objects/tagByName", "/objects/tag");
        assertThat(tags(1)).hasSize(operation.equals("tag") ? 2 : 0);
    }

    @Test
    void tagsTheRecordThatAStepBeforeLeft() {
        Exchange created = send("ontraport:contacts?operation=create", Map.of("email", "ada@example.com"));

        Exchange tagged = send(
                TAG + "&tags=Welcome",
                created.getMessage().getBody(),
                created.getMessage().getHeaders());

        acknowledged(tagged, 1, 1);
        assertThat(record(tagged)).containsEntry("email", "ada@example.com");
        assertThat(withTag("Welcome")).containsExactly("1");
    }

    @Test
    void idsOfAHeaderWinOverOptionAndBody() {
        contacts(3);

        Exchange tagged = send(TAG + "&tags=VIP&ids=1", List.of(2), Map.of(OntraportConstants.IDS, List.of("3")));

        acknowledged(tagged, 1, 1);
        assertThat(withTag("VIP")).containsExactly("3");
        assertThat(tagged.getMessage().getHeaders()).doesNotContainKey(OntraportConstants.IDS);
    }

    @Test
    void aSelectionIsReadIntoIdsFirst() {
        contacts(120);
        long group = sandbox().create(3, Map.of("name", "Two of them", "type", 0));
        sandbox().addToGroup(group, 2, 4);

        acknowledged(send(TAG + "&tags=Bend&condition=city = 'Bend'", "whatever is in the body"), 60, 3);
        acknowledged(send(TAG + "&tags=Group&groupId=" + group), 2, 2);
        acknowledged(send(TAG + "&tags=Found", null, Map.of(OntraportConstants.SEARCH, "No 120")), 1, 2);

        assertThat(withTag("Bend")).hasSize(60);
        assertThat(withTag("Group")).containsExactly("2", "4");
        assertThat(withTag("Found")).containsExactly("120");
        assertThat(sandbox().requests())
                .filteredOn(request -> request.method().equals("PUT"))
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.body())
                        .contains("\"ids\":[")
                        .doesNotContain("condition")
                        .doesNotContain("search")
                        .doesNotContain("group_id")
                        .doesNotContain("performAll"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TAG, UNTAG})
    void aConditionThatTheServerIgnoresChangesNothing(String uri) {
        contacts(20);
        sandbox().faults().ignoreCondition(true);

        Exchange refused = send(uri + "&tags=VIP&condition=city = 'Bend'");

        assertThat(refused.getException()).hasMessageContaining("does not match the condition");
        assertThat(sandbox().requests()).extracting(SandboxRequest::method).containsOnly("GET");
    }

    @Test
    void anEmptyListSendsNothing() {
        for (Object nothing : List.of(List.of(), "", "[]", new Object[0])) {
            for (String uri : List.of(TAG + "&tags=a", TAG + "&tagIds=1", UNTAG + "&tags=a&tagIds=1")) {
                assertThat(send(uri, nothing).getException()).isNull();
                Exchange sent = send(uri, "body", Map.of(OntraportConstants.IDS, nothing));
                assertThat(sent.getException()).isNull();
                assertThat(sent.getMessage().getBody()).isEqualTo("body");
                assertThat(sent.getMessage().getHeaders())
                        .containsEntry(OntraportConstants.COUNT, 0L)
                        .containsEntry(OntraportConstants.REQUESTS, 0)
                        .doesNotContainKey(OntraportConstants.ACKNOWLEDGEMENT);
            }
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aConditionThatNothingMatchesOnlyReads() {
        contacts(2);

        Exchange nothing = send(TAG + "&tags=VIP&condition=city = 'Oslo'");

        assertThat(nothing.getException()).isNull();
        assertThat(nothing.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 0L);
        assertThat(sandbox().requests()).extracting(SandboxRequest::method).containsExactly("GET");
    }

    static Collection<Object> noTags() {
        return Arrays.asList(
                List.of(),
                "",
                " , ",
                Arrays.asList("a", null),
                List.of("a", " "),
                List.of(Map.of("tag_id", "4", "tag_name", "VIP")),
                JsonNodeFactory.instance.arrayNode().add("a").addNull(),
                JsonNodeFactory.instance.nullNode(),
                JsonNodeFactory.instance.objectNode().put("tag_name", "a"),
                Map.of("tag_name", "a"),
                List.of("a").iterator(),
                Stream.of("a"),
                List.of(List.of("a")),
                new int[0],
                "[\"a\"",
                "[VIP",
                "[{\"tag\":\"a\"}]",
                "[\"a\", null]",
                "[[\"a\"]]",
                "[]");
    }

    @ParameterizedTest
    @MethodSource("noTags")
    void whatIsNoNameIsRefusedInsteadOfCreatingATag(Object tags) {
        contacts(1);

        refused(send(TAG, 1, Map.of(OntraportConstants.TAGS, tags)), "CamelOntraportTags");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            tag   | No record is selected |
            tag   | needs tags (names) or tagIds | 1
            untag | No record is selected |
            untag | needs tags (names) or tagIds | 1
            tag   | 'ten' | ten
            tag   | '0'   | 1,0
            """)
    void withoutRecordsOrTagsFailsAndSendsNothing(String operation, String words, String body) {
        contacts(1);
        String uri = "ontraport:contacts?operation=" + operation;

        refused(send(words.startsWith("needs") ? uri : uri + "&tags=a&tagIds=1", body), words);
        refused(send(uri + "&condition=id > 0"), "needs tags (names) or tagIds");
    }

    @Test
    void idsOfAMessageDoNotPassTheConditionOfTheEndpoint() {
        contacts(1);

        refused(
                send(TAG + "&tags=a&condition=city = 'Salem'", null, Map.of(OntraportConstants.IDS, List.of(1))),
                "only one of them");
    }

    @Test
    void tagIdsThatAreNoneAreRefused() {
        contacts(1);

        refused(
                send(TAG, 1, Map.of(OntraportConstants.TAG_IDS, List.of(4, "VIP"))),
                "Header CamelOntraportTagIds: 'VIP' is not an id");
        refused(send(TAG, 1, Map.of(OntraportConstants.TAG_IDS, List.of())), "CamelOntraportTagIds is empty");
    }

    @Test
    void aSelectorWithoutAValueIsRefused() {
        contacts(1);
        Map<String, Object> headers = new HashMap<>();
        headers.put(OntraportConstants.IDS, null);

        refused(send(TAG + "&tags=a", 1, headers), OntraportConstants.IDS);
    }

    @Test
    void namesOfAListMayHoldCommasAndAnyLetter() {
        contacts(1);
        List<String> names = List.of("Bend, Oregon", "Größe \"XL\"", "日本 🎌", "a&b=c+d%20");

        acknowledged(send(TAG, 1, Map.of(OntraportConstants.TAGS, names)), 1, 1);
        assertThat(tags(1)).containsExactlyInAnyOrderElementsOf(names);

        acknowledged(
                send(
                        UNTAG,
                        1,
                        Map.of(OntraportConstants.TAGS, names.subList(0, 2).toArray())),
                1,
                1);
        assertThat(tags(1)).containsExactlyInAnyOrderElementsOf(names.subList(2, 4));
    }

    @Test
    void namesMayComeAsJson() {
        contacts(1);
        JsonNodeFactory json = JsonNodeFactory.instance;

        for (Object names :
                List.of(json.arrayNode().add("Bend, Oregon"), List.of(json.textNode("Größe")), json.textNode("A,B"))) {
            acknowledged(send(TAG, 1, Map.of(OntraportConstants.TAGS, names)), 1, 1);
        }
        acknowledged(send(TAG + "&tags=RAW([\"Salem, Oregon\", 7])", 1), 1, 1);
        acknowledged(send(TAG, 1, Map.of(OntraportConstants.TAGS, List.of("[brackets]"))), 1, 1);

        assertThat(tags(1))
                .containsExactlyInAnyOrder("Bend, Oregon", "Größe", "A", "B", "Salem, Oregon", "7", "[brackets]");
        acknowledged(send(UNTAG, 1, Map.of(OntraportConstants.TAG_IDS, "[1, \"2\"]")), 1, 1);
        assertThat(tags(1)).hasSize(5);
    }

    @Test
    void namesOfATextAreCutAtCommas() {
        contacts(1);

        acknowledged(send(TAG + "&tags=ignored", 1, Map.of(OntraportConstants.TAGS, " Bend , Größe,Bend,")), 1, 1);

        assertThat(tags(1)).containsExactlyInAnyOrder("Bend", "Größe");
        assertThat(sandbox().requests().get(0).body()).contains("[\"Bend\",\"Größe\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag&tags=VIP", "untag&tags=VIP", "tag&tagIds=1", "untag&tagIds=1"})
    void fiveHundredContactsTakeOneCall(String operation) {
        contacts(500);
        boolean adds = operation.startsWith("tag");
        tag("VIP");
        if (!adds) {
            IntStream.rangeClosed(1, 500).forEach(id -> sandbox().addTag(CONTACTS, id, "VIP"));
        }

        Exchange done =
                send("ontraport:contacts?operation=" + operation, sandbox().records(CONTACTS));

        acknowledged(done, 500, 1);
        assertThat(withTag("VIP")).hasSize(adds ? 500 : 0);
    }

    @ParameterizedTest
    @CsvSource({"tag&tags=a,3", "untag&tags=a,3", "tag&tagIds=1,3", "untag&tagIds=1,7"})
    void longListsAreCutIntoCalls(String operation, int requests) {
        List<Long> ids = LongStream.rangeClosed(1_000_001, 1_002_500).boxed().toList();

        Exchange done = send("ontraport:contacts?operation=" + operation, ids);

        acknowledged(done, 2_500, requests);
        assertThat(sandbox().requests().stream()
                        .flatMap(SandboxTestSupport::idsIn)
                        .map(Long::valueOf))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void manyTagIdsFitAUrlBesideManyRecords() {
        List<Long> records =
                LongStream.rangeClosed(1_000_001, 1_000_500).boxed().toList();
        List<Long> tags = LongStream.rangeClosed(100_001, 100_200).boxed().toList();

        acknowledged(send(UNTAG, records, Map.of(OntraportConstants.TAG_IDS, tags)), 500, 4);

        assertThat(sandbox().requests())
                .allSatisfy(request -> assertThat(request.path().length()
                                + PercentEncoding.query(request.query()).length())
                        .isLessThan(6_000));
        assertThat(sandbox().requests().stream().flatMap(request -> idsIn(request)
                        .map(id -> request.query().get("remove_list").split(","))
                        .flatMap(Arrays::stream)))
                .hasSize(500 * 200);
    }

    @Test
    void reportsWhatWasDoneWhenALaterCallFails() {
        List<Long> ids = LongStream.rangeClosed(1, 2_500).boxed().toList();
        failTheSecond("PUT", "/objects/tagByName");

        Exchange failed = send(TAG + "&tags=VIP", ids);

        assertThat(failed.getException())
                .isInstanceOf(OntraportAuthenticationException.class)
                .hasMessageContaining(
                        "tag was acknowledged for the first 1000 of 2500 ids, then: PUT /objects/tagByName");
        assertThat(failed.getMessage().getBody()).isSameAs(ids);
        assertThat(failed.getMessage().getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 2)
                .doesNotContainKeys(OntraportConstants.ACKNOWLEDGEMENT, OntraportConstants.COUNT);
    }

    @Test
    void reportsWhichTagsWereDoneWhenThereAreNamesAndIds() {
        List<Long> ids = LongStream.rangeClosed(1_000_001, 1_000_900).boxed().toList();
        failTheSecond("DELETE", "/objects/tag");

        Exchange failed = send(UNTAG + "&tags=A,B&tagIds=4", ids);

        assertThat(failed.getException())
                .isInstanceOf(OntraportAuthenticationException.class)
                .hasMessageContaining(
                        "untag with tags [A, B] was acknowledged for all 900 ids, then: untag with tagIds [4] was acknowledged for "
                                + "the first 400 of 900 ids, then: DELETE /objects/tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag&tags=VIP", "untag&tags=VIP", "tag&tagIds=1", "untag&tagIds=1"})
    void isRepeatedWhenTheOutcomeIsUnknown(String operation) {
        contacts(1);
        tag("VIP");
        sandbox().faults().dropConnectionAfterCommit();

        acknowledged(send("ontraport:contacts?operation=" + operation, 1), 1, 2);
    }

    @Test
    void otherTypesAreTaggedUnderTheirOwnNumber() {
        long deal = sandbox().create(149, Map.of("name", "Big one"));

        acknowledged(send("ontraport:deals?operation=tag&tags=Hot", deal), 1, 1);

        assertThat(sandbox().requests().get(0).body()).contains("\"objectID\":149");
        assertThat(sandbox().records(TAGS)).singleElement().satisfies(tag -> assertThat(tag)
                .containsEntry("object_type_id", "149"));
    }

    /** The first fault does nothing, so that the second call gets this one. */
    private static void failTheSecond(String method, String path) {
        sandbox().faults().on(method, path).delay(Duration.ZERO);
        sandbox().faults().on(method, path).status(403, "Not Authorized");
    }

    private static void acknowledged(Exchange done, long count, int requests) {
        acknowledged(done, SENTENCE, count, requests);
    }

    private static void refused(Exchange exchange, String words) {
        assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
        assertThat(sandbox().records(TAGS)).isEmpty();
    }

    private static void contacts(int number) {
        IntStream.rangeClosed(1, number).forEach(i -> sandbox()
                .create(CONTACTS, Map.of("firstname", "No " + i, "city", i % 2 == 0 ? "Bend" : "Salem")));
    }

    private static long tag(String name) {
        return sandbox().create(TAGS, Map.of("tag_name", name, "object_type_id", 0));
    }

    private static Set<Object> tags(long contact) {
        return tagged().getOrDefault(Long.toString(contact), Set.of());
    }

    private static List<String> withTag(String name) {
        return tagged().entrySet().stream()
                .filter(contact -> contact.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of tags by the id of the contact, in the order in which contacts were tagged. */
    private static Map<String, Set<Object>> tagged() {
        Map<Object, Object> names = sandbox().records(TAGS).stream()
                .collect(Collectors.toMap(tag -> tag.get("tag_id"), tag -> tag.get("tag_name")));
        return sandbox().records(TAG_SUBSCRIBERS).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("object_id").toString(),
                        LinkedHashMap::new,
                        Collectors.mapping(row -> names.get(row.get("tag_id")), Collectors.toSet())));
    }
}
