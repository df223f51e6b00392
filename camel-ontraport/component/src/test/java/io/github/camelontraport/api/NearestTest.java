package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> NAMES =
            List.of("contacts", "tasks", "tags", "rules", "addToSequence", "removeFromSequence", "id", "Firstname");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
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
    void theNearestNameIsFoundUnlessItIsFar(String word, String expected) {
        assertThat(Nearest.to(word, NAMES).orElse(null)).isEqualTo(expected);
    }

    @Test
    void ofEquallyNearNamesTheFirstByAlphabetIsTaken() {
        assertThat(Nearest.to("cat", List.of("hat", "bat", "mat"))).contains("bat");
    }

    @Test
    void aHintIsASentenceOrNothing() {
        assertThat(Nearest.hint("contcats", NAMES)).isEqualTo(" Did you mean 'contacts'?");
        assertThat(Nearest.hint("unrelatedword", NAMES)).isEmpty();
        assertThat(Nearest.hint("x", List.of())).isEmpty();
    }
}
