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

        assertThat(early.getException()).hasMessageContaining("Field 'Shoe size' is none of the account's fields");
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
}
