package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the generated tables of the documents to the code. With {@code -Dontraport.docs.update=true} it writes them
 * instead.
 */
class DocsTablesTest {

    private static final String UPDATE = "ontraport.docs.update";
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- generated:([a-z-]+) -->\n)(.*?)(<!-- end -->)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)]+)\\)");

    static Iterable<Path> documents() {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theTablesAreThoseOfTheCode(Path file) throws IOException {
        String text = Documents.text(file);
        String current = TABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(generated(found)));
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(file, current);
            return;
        }
        assertThat(text)
                .as(
                        "%s is stale; run this test once with -D%s=true, which writes its tables anew",
                        Documents.name(file), UPDATE)
                .isEqualTo(current);
    }

    private static String generated(MatchResult found) {
        String name = found.group(2);
        assertThat(Tables.BY_NAME).as("names of tables").containsKey(name);
        return found.group(1) + "\n" + Tables.BY_NAME.get(name).get() + "\n" + found.group(4);
    }

    /** A release changes the version; the documents must not be forgotten. */
    @ParameterizedTest
    @MethodSource("documents")
    void versionsAreThatOfTheBuild(Path file) {
        assertThat(Block.of(file).stream()
                        .filter(block -> block.is("xml") && block.text().contains("io.github.camelontraport")))
                .allSatisfy(block -> assertThat(block.text()).contains("<version>" + Tables.version() + "</version>"));
    }

    @Test
    void everyTableIsInSomeDocument() {
        assertThat(Documents.all().stream()
                        .flatMap(file -> TABLE.matcher(Documents.text(file)).results())
                        .map(found -> found.group(2)))
                .containsExactlyInAnyOrderElementsOf(Tables.BY_NAME.keySet());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path file) {
        assertThat(LINK.matcher(Documents.text(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(link -> !link.startsWith("https://")))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
                    assertThat(target).exists();
                    if (parts.length == 2) {
                        assertThat(headings(target)).contains("#" + parts[1] + "\n");
                    }
                });
    }

    /** The anchors of a document's headings, one to a line. */
    private static String headings(Path file) {
        StringBuilder anchors = new StringBuilder();
        Pattern.compile("(?m)^#+ (.*)$").matcher(Documents.text(file)).results().forEach(found -> anchors.append('#')
                .append(found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .append('\n'));
        return anchors.toString();
    }
}
