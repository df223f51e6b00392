package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.MovedClock;
import io.github.camelontraport.support.TypedAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polled records in the words of people. */
class TypedPollsTest extends PollingTestSupport {

    private static final String LABELLED = "fieldFormat=typed&fieldNames=label";
    private static final Map<String, Object> WIRE =
            Map.of("f1558", "2", "f1563", "1772323200", "f1560", "1", "firstname", "Zoë");

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
    }

    private static void isInWords(Exchange exchange) {
        assertThat(record(exchange))
                .containsEntry("Favourite colour", "Blue")
                .containsEntry("Wedding day", LocalDate.of(2026, 3, 1))
                .containsEntry("Newsletter", true)
                .containsEntry("First Name", "Zoë");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event=created&startFrom=beginning",
                "event=updated&startFrom=beginning",
                "event=tagged&tag=VIP&startFrom=beginning"
            })
    void everyEventWithARecordGivesTheForm(String event) throws Exception {
        long id = sandbox().create(CONTACTS, WIRE);
        sandbox().addTag(CONTACTS, id, "VIP");

        List<Exchange> polled = poll(watch("contacts?" + LABELLED + "&" + event));

        assertThat(polled).singleElement().satisfies(TypedPollsTest::isInWords);
        assertThat(header(polled.get(0), OntraportConstants.OBJECT_ID, String.class))
                .isEqualTo(Long.toString(id));
    }

    @Test
    void deletedRecordsAreStillIds() throws Exception {
        long id = sandbox().create(CONTACTS, WIRE);
        OntraportConsumer consumer = watch("contacts?event=deleted&settleTime=0&" + LABELLED);
        poll(consumer);
        sandbox().delete(CONTACTS, id);
        later(60);

        poll(consumer);
        later(60);

        assertThat(got.isEmpty() ? poll(consumer) : got).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getBody(Long.class))
                .isEqualTo(id));
    }

    @Test
    void pollEnrichGivesTheForm() {
        sandbox().create(CONTACTS, WIRE);

        Exchange polled = consumer.receive("ontraport:contacts?startFrom=beginning&" + LABELLED, 30_000);

        isInWords(polled);
        consumer.doneUoW(polled);
    }

    @Test
    void conditionAndListFieldsTakeLabels() throws Exception {
        sandbox().create(CONTACTS, Map.of("f1558", "1"));
        long id = sandbox().create(CONTACTS, WIRE);

        List<Exchange> polled = poll(watch("contacts?startFrom=beginning&condition=\"Favourite colour\" = 'Blue'"
                + "&listFields=Favourite colour,Wedding day&" + LABELLED));

        assertThat(ids(polled)).containsExactly(Long.toString(id));
        assertThat(record(polled.get(0)))
                .containsOnlyKeys("id", "Favourite colour", "Wedding day")
                .containsEntry("Wedding day", LocalDate.of(2026, 3, 1));
    }

    @Test
    void aPollCostsOneMoreRequestOnce() throws Exception {
        sandbox().create(CONTACTS, WIRE);
        OntraportConsumer raw = watch("raw", "contacts?startFrom=beginning", route -> {});
        OntraportConsumer typed = watch("contacts?startFrom=beginning&" + LABELLED);

        int requests = requests(() -> poll(raw));

        assertThat(requests(() -> poll(typed))).isEqualTo(requests + 1);
        sandbox().create(CONTACTS, WIRE);
        assertThat(requests(() -> poll(typed))).isEqualTo(1);
    }

    @Test
    void aPollFailsAndLosesNothingWhileMetadataCannotBeRead() throws Exception {
        long id = sandbox().create(CONTACTS, WIRE);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxRetries=0&" + LABELLED);
        sandbox().faults().on("GET", "/objects/meta").status(500, "down");

        assertThat(poll(consumer)).isEmpty();

        assertThat(polledIds(consumer)).containsExactly(Long.toString(id));
    }

    @Test
    void aFieldThatIsAddedWhileItRunsIsReadAfterAMinute() throws Exception {
        sandbox().create(CONTACTS, WIRE);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&" + LABELLED);
        poll(consumer);
        sandbox().defineField(CONTACTS, SandboxField.of("f1590", "Next visit", "timestamp"));
        sandbox().create(CONTACTS, Map.of("f1590", "1770091506"));

        assertThat(record(poll(consumer).get(0))).containsEntry("f1590", "1770091506");
    }

    @Test
    void timesOfTheAccountAreInstants() throws Exception {
        sandbox().create(CONTACTS, WIRE);

        assertThat(record(poll(watch("contacts?startFrom=beginning&fieldFormat=typed"))
                                .get(0))
                        .get("date"))
                .isInstanceOf(Instant.class);
    }

    @Test
    void aLabelInListFieldsIsNoReasonForAWarning() throws Exception {
        sandbox().create(CONTACTS, WIRE);
        try (CapturedLog log = new CapturedLog("io.github.camelontraport.value.mapper.FieldReporter")) {
            poll(watch("contacts?startFrom=beginning&listFields=Favourite colour&" + LABELLED));

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void recordsMadeWhileMetadataCannotBeReadAreNotLost() throws Exception {
        OntraportConsumer consumer = watch("contacts?maxRetries=0&condition=\"Favourite colour\" = 'Blue'&" + LABELLED);
        sandbox().faults().on("GET", "/objects/meta").status(500, "down");
        poll(consumer);
        long id = sandbox().create(CONTACTS, WIRE);

        assertThat(polledIds(consumer)).containsExactly(Long.toString(id));
    }

    @Test
    void aPollFollowsAnOptionThatGetsAnotherLabel() throws Exception {
        MovedClock clock = new MovedClock();
        OntraportComponent component = RootPackage.component(clock);
        setUp(component);
        context.removeComponent("ontraport");
        context.addComponent("ontraport", component);
        OntraportConsumer consumer =
                watch("contacts?startFrom=beginning&condition=\"Favourite colour\" = 'Blue'&" + LABELLED);
        poll(consumer);
        sandbox().fields().renameOption(CONTACTS, "f1558", "Blue", "Navy");
        sandbox().fields().renameOption(CONTACTS, "f1558", "Red", "Blue");
        clock.advance(Duration.ofMinutes(61));
        sandbox().create(CONTACTS, Map.of("f1558", "2"));
        long blue = sandbox().create(CONTACTS, Map.of("f1558", "1"));

        assertThat(polledIds(consumer)).containsExactly(Long.toString(blue));
    }
}
