package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of facts in the documentation to the code. With {@code -Dontraport.docs.update=true} it writes the table instead. */
class FactsPageTest {

    private static final Path PAGE = Path.of("../../docs/verify.md");
    private static final Pattern TABLE = Pattern.compile("(?s)(?<=<!-- facts -->\n).*(?=<!-- end of facts -->)");

    @Test
    void theTableIsThatOfTheCode() throws IOException {
        String text = Files.readString(PAGE);
        String current = TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(table()));
        if (Boolean.getBoolean("ontraport.docs.update")) {
            Files.writeString(PAGE, current);
            return;
        }
        assertThat(text)
                .as("docs/verify.md is stale; run this test once with -Dontraport.docs.update=true")
                .isEqualTo(current)
                .contains(Facts.ALL.size() + " facts");
    }

    private static String table() {
        return Facts.ALL.stream()
                .map(fact -> "| " + fact.name().replace("<", "&lt;") + " | " + fact.source() + " | " + fact.usedBy()
                        + " |\n")
                .collect(Collectors.joining("", "\n| Fact | Taken from | Used by |\n| --- | --- | --- |\n", "\n"));
    }
}
