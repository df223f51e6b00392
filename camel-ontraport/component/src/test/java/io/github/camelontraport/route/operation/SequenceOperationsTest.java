package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportRateLimitedException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations that put records on sequences and automations, and take them off. */
class SequenceOperationsTest extends SandboxTestSupport {

    private static final String CONTACTS_URI = "ontraport:contacts?operation=";
    private static final int SEQUENCES = 5;
    private static final int AUTOMATIONS = 140;
    private static final String SENTENCE = "The subscription is now being processed.";

    @ParameterizedTest
    @CsvSource({"addToSequence,sequences,Sequence,updateSequence", "addToCampaign,campaigns,Campaign,updateCampaign"})
    void addsAsAForm(String operation, String option, String subType, String field) {
        account(2);

        Exchange added = send(CONTACTS_URI + operation + "&" + option + "=1,2&ids=2,1");

        acknowledged(added, 2, 1);
        assertThat(listOf(field, 1)).isEqualTo("*/*1*/*2*/*").isEqualTo(listOf(field, 2));
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("PUT /objects/subscribe");
            assertThat(request.contentType()).startsWith("application/x-www-form-urlencoded");
            assertThat(request.query()).isEmpty();
            assertThat(PercentEncoding.decode(request.body()))
                    .isEqualTo(Map.of("objectID", "0", "add_list", "1,2", "sub_type", subType, "ids", "2,1"));
        });
    }

    @ParameterizedTest
    @CsvSource({"Sequence,sequences,Sequence,updateSequence", "Campaign,campaigns,Campaign,updateCampaign"})
    void removesInTheQuery(String operation, String option, String subType, String field) {
        account(2);
        send(CONTACTS_URI + "addTo" + operation + "&" + option + "=1,2&ids=1,2");

        Exchange removed = send(CONTACTS_URI + "removeFrom" + operation + "&" + option + "=2&ids=1");

        acknowledged(removed, 1, 1);
        assertThat(listOf(field, 1)).isEqualTo("*/*1*/*");
        assertThat(listOf(field, 2)).isEqualTo("*/*1*/*2*/*");
        assertThat(sandbox().requests().get(1)).satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("DELETE /objects/subscribe");
            assertThat(request.query())
                    .isEqualTo(Map.of("objectID", "0", "remove_list", "2", "sub_type", subType, "ids", "1"));
            assertThat(request.body()).isEmpty();
        });
    }

    @Test
    void headersWinAndAreUsedUp() {
        account(3);

        Exchange added = send(
                CONTACTS_URI + "addToSequence&sequences=1&ids=1",
                List.of(2),
                Map.of(OntraportConstants.SEQUENCES, List.of(2L), OntraportConstants.IDS, "3"));
        Exchange removed = send(
                CONTACTS_URI + "removeFromCampaign&campaigns=1",
                "3",
                Map.of(OntraportConstants.CAMPAIGNS, new Object[] {2}));

        acknowledged(added, 1, 1);
        acknowledged(removed, 1, 1);
        assertThat(listOf("updateSequence", 3)).isEqualTo("*/*2*/*");
        assertThat(added.getMessage().getHeaders())
                .doesNotContainKeys(OntraportConstants.SEQUENCES, OntraportConstants.IDS);
        assertThat(sandbox().requests().get(1).query()).containsEntry("remove_list", "2");
    }

    @Test
    void aSelectionIsReadIntoIdsFirst() {
        account(60);

        acknowledged(send(CONTACTS_URI + "addToCampaign&campaigns=1&condition=city = 'Bend'", "any body"), 30, 2);

        assertThat(sandbox().requests().get(1).body()).contains("ids=").doesNotContain("condition");
        assertThat(IntStream.rangeClosed(1, 60)
                        .filter(id -> !listOf("updateCampaign", id).isEmpty()))
                .hasSize(30);
    }

    @Test
    void aConditionThatTheServerIgnoresChangesNothing() {
        account(5);
        sandbox().faults().ignoreCondition(true);

        assertThat(send(CONTACTS_URI + "addToSequence&sequences=1&condition=city = 'Bend'")
                        .getException())
                .hasMessageContaining("does not match the condition");
        assertThat(sandbox().requests()).extracting(request -> request.method()).containsOnly("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addToSequence&sequences=1",
                "addToCampaign&campaigns=1",
                "removeFromSequence&sequences=1",
                "removeFromCampaign&campaigns=1"
            })
    void anEmptyListSendsNothingAndNoSelectionFails(String operation) {
        account(1);

        for (Object nothing : List.of(List.of(), "", "[]")) {
            Exchange sent = send(CONTACTS_URI + operation, nothing);
            assertThat(sent.getException()).isNull();
            assertThat(sent.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 0L);
        }
        refused(send(CONTACTS_URI + operation), "No record is selected");
        refused(send(CONTACTS_URI + operation.substring(0, operation.indexOf('&')), 1), "needs ");
        refused(
                send(
                        CONTACTS_URI + operation,
                        1,
                        Map.of("CamelOntraport" + (operation.contains("seq") ? "Sequences" : "Campaigns"), List.of())),
                "is empty");
        refused(
                send(
                        CONTACTS_URI + operation,
                        1,
                        Map.of("CamelOntraport" + (operation.contains("seq") ? "Sequences" : "Campaigns"), "-1")),
                "'-1' is not an id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"addToSequence&sequences=1", "addToCampaign&campaigns=1"})
    void addingIsNotRepeatedWhenTheOutcomeIsUnknown(String operation) {
        account(1);
        sandbox().faults().dropConnectionAfterCommit();
        assertUnknown(send(CONTACTS_URI + operation, 1), 1);
        sandbox().faults().status(500, "Oops");
        assertUnknown(send(CONTACTS_URI + operation, 1), 2);
        sandbox().faults().truncateBody();
        assertUnknown(send(CONTACTS_URI + operation, 1), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"removeFromSequence&sequences=1", "removeFromCampaign&campaigns=1"})
    void removingIsRepeated(String operation) {
        account(1);
        sandbox().faults().dropConnectionAfterCommit();

        acknowledged(send(CONTACTS_URI + operation, 1), 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"addToSequence&sequences=1,3", "removeFromSequence&sequences=1,7"})
    void longListsAreCutIntoCalls(String operation, int requests) {
        acknowledged(
                send(
                        CONTACTS_URI + operation,
                        LongStream.rangeClosed(1_000_001, 1_002_500).boxed().toList()),
                2_500,
                requests);
    }

    @Test
    void manySequencesFitAUrlBesideManyRecords() {
        List<Long> records =
                LongStream.rangeClosed(1_000_001, 1_000_500).boxed().toList();
        List<Long> sequences = LongStream.rangeClosed(100_001, 100_200).boxed().toList();
        sandbox().faults().on("DELETE", null).skip(3).status(403, "Not Authorized");

        Exchange failed =
                send(CONTACTS_URI + "removeFromSequence", records, Map.of(OntraportConstants.SEQUENCES, sequences));

        assertThat(sandbox().requests()).hasSize(4).allSatisfy(request -> assertThat(
                        PercentEncoding.query(request.query()).length())
                .isLessThan(6_000));
        assertThat(failed.getException())
                .hasMessageContaining("was acknowledged for all 500 ids, then: ")
                .hasMessageContaining("was acknowledged for the first 400 of 500 ids, then: DELETE /objects/subscribe");
    }

    @Test
    void reportsWhatWasDoneWhenALaterCallFails() {
        sandbox().faults().on("PUT", null).delay(Duration.ZERO);
        sandbox().faults().on("PUT", null).dropConnectionBeforeCommit();

        Exchange failed = send(
                CONTACTS_URI + "addToCampaign&campaigns=1",
                LongStream.rangeClosed(1, 2_500).boxed().toList());

        assertThat(failed.getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                        .isTrue())
                .hasMessageContaining("addToCampaign was acknowledged for the first 1000 of 2500 ids, then: PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"\"", "[]", "null", "{}"})
    void everyAcknowledgementIsASuccess(String data) {
        sandbox().faults().json(200, "{\"code\":0,\"data\":" + data + "}");

        Exchange added = send(CONTACTS_URI + "addToSequence&sequences=1", "1");

        assertThat(added.getException()).isNull();
        assertThat(added.getMessage().getBody()).isEqualTo("1");
    }

    @Test
    void otherTypesAreSubscribedUnderTheirOwnNumber() {
        account(0);
        long deal = sandbox().create(149, Map.of("name", "Big one"));

        acknowledged(send("ontraport:deals?operation=addToSequence&sequences=1", deal), 1, 1);

        assertThat(sandbox().records(8)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("object_type_id", "149"));
    }

    @ParameterizedTest
    @CsvSource({"addToSequence,sequences", "addToCampaign,campaigns"})
    void onceSomeAreAddedTheWholeIsNotRetryable(String operation, String option) {
        account(1);
        sandbox().faults().on("PUT", "/objects/subscribe").skip(1).always().rateLimited(3600);

        Exchange failed = send(
                CONTACTS_URI + operation + "&" + option + "=1",
                LongStream.rangeClosed(1, 1_500).boxed().toList());

        assertThat(failed.getException())
                .isInstanceOfSatisfying(OntraportRateLimitedException.class, failure -> {
                    assertThat(failure.isRetryable()).isFalse();
                    assertThat(failure.isOutcomeUnknown()).isFalse();
                })
                .hasMessageContaining("acknowledged for the first 1000 of 1500 ids");
    }

    @Override
    public void configure(OntraportComponent component) {
        component.getConfiguration().setRateLimitTimeout(2_000);
    }

    private static void assertUnknown(Exchange failed, int requests) {
        assertThat(failed.getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                        .isTrue());
        assertThat(sandbox().requestCount()).isEqualTo(requests);
    }

    private static void acknowledged(Exchange done, long count, int requests) {
        acknowledged(done, SENTENCE, count, requests);
    }

    private static void refused(Exchange exchange, String words) {
        assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    private static void account(int contacts) {
        IntStream.rangeClosed(1, contacts).forEach(i -> sandbox()
                .create(CONTACTS, Map.of("firstname", "No " + i, "city", i % 2 == 0 ? "Bend" : "Salem")));
        Arrays.asList("Welcome", "Renewal").forEach(name -> {
            sandbox().create(SEQUENCES, Map.of("name", name));
            sandbox().create(AUTOMATIONS, Map.of("name", name));
        });
    }

    private static String listOf(String field, long contact) {
        return String.valueOf(sandbox().find(CONTACTS, contact).orElseThrow().get(field));
    }
}
