package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md names classes and packages that exist, and every package. */
class ArchitecturePageTest {

    private static final Path MODULES = Documents.ROOT.resolve("camel-ontraport");
    private static final Path PACKAGES = MODULES.resolve("component/src/main/java/io/github/camelontraport");
    /** A type in backticks, also with a member behind it. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)[`.]");

    private static final Pattern FENCED = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    @Test
    void typesExist() throws IOException {
        Set<String> types = javaFiles();
        List<String> named =
                TYPE.matcher(page()).results().map(name -> name.group(1)).toList();

        assertThat(named).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(types)
                .contains(name));
    }

    @Test
    void thePictureHasEveryPackage() throws IOException {
        String picture =
                FENCED.matcher(page()).results().findFirst().orElseThrow().group(1);
        Set<String> words = Pattern.compile("[a-z]+")
                .matcher(picture)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(words).containsAll(packages());
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> folders = Files.walk(PACKAGES)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(PACKAGES))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static String page() {
        return Documents.text(Documents.ROOT.resolve("docs/architecture.md"));
    }
}
