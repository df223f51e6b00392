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
            """)
    void theNearestNameIsSuggestedUnlessItIsFar(String word, String expected) {
        assertThat(Suggestions.to(word, NAMES).orElse(null)).isEqualTo(expected);
    }

    @Test
    void ofEquallyNearNamesTheFirstByAlphabetIsTaken() {
        assertThat(Suggestions.to("cat", List.of("hat", "bat", "mat"))).contains("bat");
    }

    @Test
    void aHintIsASentenceOrNothing() {
        assertThat(Suggestions.hint("contcats", NAMES)).isEqualTo(" Did you mean 'contacts'?");
        assertThat(Suggestions.hint("unrelatedword", NAMES)).isEmpty();
        assertThat(Suggestions.hint("x", List.of())).isEmpty();
    }
}
