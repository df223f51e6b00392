package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final List<String> NAMES =
            List.of("contacts", "tasks", "tags", "rules", "addToSequence", "removeFromSequence", "id", "Firstname");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            contacts,          contacts
            CONTACTS,          contacts
            contact,           contacts
            contcats,          contacts
            firstName,         Firstname
            first_name,        Firstname
            tag,               tags
            taks,              tags
            addToSequense,     addToSequence
            addtosequences,    addToSequence
            ids,               id
            xy,                -
            z,                 -
            '',                -
            unrelatedword,     -
            rlues,             rules
            rlue,              -
            tasg,              tags
            tegz,              -
            ta,                -
            """)
    void theNearestNameIsSuggestedUnlessItIsFar(String word, String expected) {
        assertThat(Suggestions.to(word, NAMES).orElse(null)).isEqualTo(expected);
    }

    @Test
    void ofEquallyNearNamesTheFirstByAlphabetIsTaken() {
        assertThat(Suggestions.to("cat", List.of("hat", "bat", "mat"))).contains("bat");
    }

    @ParameterizedTest
    @CsvSource({
        "Plan, dla, false",
        "Plan, Plans, true",
        "Plan, Paln, true",
        "emial, email, true",
        "citty, city, true",
        "phone, home, false",
        "lastname, listname, true",
        "fristnam, firstname, true",
        "birthday, bday, false",
        "listFeilds, listFields, true"
    })
    void howFarIsTooFarGrowsWithTheLength(String word, String name, boolean near) {
        assertThat(Suggestions.to(word, List.of(name)).isPresent()).isEqualTo(near);
    }

    @Test
    void aPreferredNameWinsAtTheSameDistanceOnly() {
        List<String> labels = List.of("Zip", "Cell Phone");
        List<String> keys = List.of("zap", "cell_phone");

        assertThat(Suggestions.to("zxp", labels, keys)).contains("Zip");
        assertThat(Suggestions.to("zapp", labels, keys)).contains("zap");
        assertThat(Suggestions.to("cell-phone", labels, keys)).contains("Cell Phone");
        assertThat(Suggestions.hint("cell-phone", labels, keys)).isEqualTo(" Did you mean 'Cell Phone'?");
        assertThat(Suggestions.to("unrelatedword", labels, keys)).isEmpty();
    }

    @Test
    void aHintIsASentenceOrNothing() {
        assertThat(Suggestions.hint("contcats", NAMES)).isEqualTo(" Did you mean 'contacts'?");
        assertThat(Suggestions.hint("unrelatedword", NAMES)).isEmpty();
        assertThat(Suggestions.hint("x", List.of())).isEmpty();
    }
}
