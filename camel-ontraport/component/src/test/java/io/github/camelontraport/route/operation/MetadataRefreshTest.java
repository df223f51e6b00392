package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.MovedClock;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Metadata is read once, and again at most once a minute when something appears that is not in it. */
class MetadataRefreshTest extends SandboxTestSupport {

    private static final String WORDS = "&fieldFormat=typed&fieldNames=label";

    private final MovedClock clock = new MovedClock();

    @BeforeEach
    void account() {
        OntraportComponent component = RootPackage.component(clock);
        setUp(component);
        context.addComponent("moved", component);
        TypedAccount.onContacts(sandbox());
    }

    private static long lookUps() {
        return sandbox().requests().stream()
                .filter(request -> request.path().endsWith("/meta"))
                .count();
    }

    private Exchange create(Map<String, Object> words) {
        return send("moved:contacts?operation=create" + WORDS, words);
    }

    @Test
    void aFieldThatIsAddedIsKnownAMinuteLater() {
        create(Map.of("Score", 1));
        sandbox().defineField(CONTACTS, SandboxField.of("f1580", "Shoe size", "numeric"));

        Exchange early = create(Map.of("Shoe size", 42));
        clock.advance(Duration.ofSeconds(61));
        Exchange late = create(Map.of("Shoe size", 42));

        assertThat(early.getException()).hasMessageContaining("Field 'Shoe size' is none of the fields of contacts");
        assertThat(late.getException()).isNull();
        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void anOptionThatIsRenamedIsReadAndWrittenByItsNewLabel() {
        Exchange created = create(Map.of("Favourite colour", "Blue"));
        Object id = created.getMessage().getHeader(OntraportConstants.OBJECT_ID);
        sandbox().fields().renameOption(CONTACTS, "f1558", "Blue", "Navy");
        clock.advance(Duration.ofSeconds(61));

        assertThat(create(Map.of("Favourite colour", "Navy")).getException()).isNull();
        assertThat(record(send("moved:contacts?operation=get" + WORDS, id))).containsEntry("Favourite colour", "Navy");
        assertThat(create(Map.of("Favourite colour", "Blue")).getException())
                .hasMessageContaining("'Blue' is none of its options");
    }

    @Test
    void anOptionThatIsRemovedStaysAnIdAndCostsOneLookUp() {
        Exchange created = create(Map.of("Favourite colour", "Blue"));
        Object id = created.getMessage().getHeader(OntraportConstants.OBJECT_ID);
        sandbox().update(CONTACTS, Long.parseLong(id.toString()), Map.of("f1558", "77"));
        clock.advance(Duration.ofSeconds(61));

        for (int i = 0; i < 3; i++) {
            assertThat(record(send("moved:contacts?operation=get" + WORDS, id)))
                    .containsEntry("Favourite colour", "77");
            clock.advance(Duration.ofSeconds(61));
        }

        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void aMisspeltFieldCostsOneLookUpAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(send("moved:contacts?operation=create", Map.of("city", "Bend", "citty", "Bend"))
                            .getMessage()
                            .getHeader(OntraportConstants.UNKNOWN_FIELDS, String.class))
                    .contains("citty");
        }
        assertThat(lookUps()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        send("moved:contacts?operation=create", Map.of("city", "Bend", "citty", "Bend"));

        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void aMessageFailsWhenMetadataCannotBeReadAndTheNextOneReadsIt() {
        sandbox().faults().on("GET", "/objects/meta").status(403, "no");

        assertThat(create(Map.of("Score", 1)).getException()).isNotNull();
        assertThat(sandbox().records(CONTACTS)).isEmpty();
        assertThat(create(Map.of("Score", 1)).getException()).isNull();
    }

    @Test
    void aWrittenRecordDoesNotFailWhenTheLookUpDoes() {
        sandbox().faults().on("GET", "/objects/meta").status(403, "no");

        Exchange created = send("moved:contacts?operation=create", Map.of("city", "Bend", "citty", "Bend"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeaders()).doesNotContainKey(OntraportConstants.UNKNOWN_FIELDS);
    }

    @Test
    void aFieldThatWasRemovedIsNamedOnceTheApiDropsIt() {
        create(Map.of("Score", 1));
        sandbox().fields().remove(CONTACTS, "f1562");
        clock.advance(Duration.ofMinutes(11));

        Exchange dropped = create(Map.of("Score", 2));

        assertThat(dropped.getException()).isNull();
        assertThat(dropped.getMessage().getHeader(OntraportConstants.UNKNOWN_FIELDS, String.class))
                .contains("f1562");
        assertThat(create(Map.of("Score", 3)).getException())
                .hasMessageContaining("Field 'Score' is none of the fields of contacts");
        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void optionsThatSwapTheirLabelsAreNoticedAfterAnHour() {
        create(Map.of("Favourite colour", "Blue"));
        sandbox().fields().renameOption(CONTACTS, "f1558", "Blue", "Green");
        sandbox().fields().renameOption(CONTACTS, "f1558", "Red", "Blue");
        clock.advance(Duration.ofMinutes(61));

        Exchange created = create(Map.of("Favourite colour", "Blue"));

        assertThat(sandbox().find(CONTACTS, id(created)))
                .hasValueSatisfying(stored -> assertThat(stored).containsEntry("f1558", "1"));
        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void oneVanishedOptionDoesNotHideANewOneOfTheSameField() {
        long id = sandbox().create(CONTACTS, Map.of("f1559", "*/*77*/*"));
        send("moved:contacts?operation=get" + WORDS, id);
        String added = sandbox().fields().addOption(CONTACTS, "f1559", "Sailing");
        sandbox().update(CONTACTS, id, Map.of("f1559", "*/*77*/*" + added + "*/*"));
        clock.advance(Duration.ofSeconds(61));

        assertThat(record(send("moved:contacts?operation=get" + WORDS, id)))
                .containsEntry("Interests", List.of("77", "Sailing"));
    }

    @Test
    void aFieldThatWasSeenBeforeTheMetadataHadItIsWrittenTyped() {
        long id = sandbox().create(CONTACTS, Map.of("f1562", "1"));
        send("moved:contacts?operation=get" + WORDS, id);
        sandbox().defineField(CONTACTS, SandboxField.of("f1580", "Next visit", "fulldate"));
        send("moved:contacts?operation=get" + WORDS, id);
        clock.advance(Duration.ofSeconds(61));

        Exchange created = create(Map.of("f1580", "2026-03-01"));

        assertThat(sandbox().find(CONTACTS, id(created)))
                .hasValueSatisfying(stored -> assertThat(stored).containsEntry("f1580", "1772323200"));
    }

    @Test
    void aLookUpThatFailsIsNotTriedAgainWithinAMinute() {
        sandbox().faults().on("GET", "/objects/meta").times(10).status(403, "no");
        for (int i = 0; i < 3; i++) {
            send("moved:contacts?operation=create", Map.of("city", "Bend", "citty", "Bend"));
        }
        assertThat(lookUps()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        send("moved:contacts?operation=create", Map.of("city", "Bend", "citty", "Bend"));

        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void aMessageIsNotWrittenWhenItsReplyCouldNotBeRead() {
        sandbox().faults().on("GET", "/Messages/meta").status(403, "no");
        sandbox().faults().on("GET", "/objects/meta").status(403, "no");

        Exchange failed = send(
                "moved:messages?operation=create" + WORDS,
                Map.of("alias", "Welcome", "subject", "Hi", "type", "e-mail", "message_body", "Hello"));

        assertThat(failed.getException()).isNotNull();
        assertThat(sandbox().requests()).noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void aFieldThatIsAddedIsListedByItsLabelAMinuteLater() {
        sandbox().create(CONTACTS, Map.of("city", "Bend"));
        send("moved:contacts?operation=search&listFields=City" + WORDS);
        sandbox().defineField(CONTACTS, SandboxField.of("f1580", "Hobby", "text"));
        sandbox().create(CONTACTS, Map.of("city", "Bend", "f1580", "chess"));
        clock.advance(Duration.ofSeconds(61));

        Exchange found = send("moved:contacts?operation=search&listFields=City,Hobby&sort=Hobby" + WORDS);

        assertThat(records(found)).extracting("Hobby").contains("chess");
    }

    @Test
    void newUnreadableNumbersAreNoReasonToLookAgain() {
        for (int i = 0; i < 3; i++) {
            long id = sandbox().create(CONTACTS, Map.of("f1561", i + " EUR"));
            send("moved:contacts?operation=get" + WORDS, id);
            clock.advance(Duration.ofSeconds(61));
        }

        assertThat(lookUps()).isEqualTo(1);
    }

    @Test
    void aBlankBehindALabelIsNoPartOfIt() {
        sandbox().defineField(CONTACTS, SandboxField.choice("f1580", "T-shirt size ", "drop", Map.of("1", "Large ")));

        Exchange created = create(Map.of("T-shirt size", "Large"));

        assertThat(record(send("moved:contacts?operation=get" + WORDS, id(created))))
                .containsEntry("T-shirt size", "Large");
    }
}
