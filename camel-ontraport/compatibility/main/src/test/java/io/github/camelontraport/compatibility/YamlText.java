package io.github.camelontraport.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * YAML of the project that readers copy.
 *
 * @param name where it is: the path from the root, and for a block of a page the line of its fence
 */
record YamlText(String name, String text) {

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("^```yaml\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final List<String> PLACES =
            List.of("README.md", "docs", "examples", ".ci", "camel-ontraport/component/src/main/resources/kamelets");

    /** The blocks of README, documents and examples' pages. */
    static Stream<YamlText> blocks() {
        return files(".md").flatMap(page -> {
            String text = read(page);
            return BLOCK.matcher(text)
                    .results()
                    .map(block -> new YamlText(name(page) + ":" + line(text, block), block.group(1)));
        });
    }

    /** The routes of examples and of exports. */
    static Stream<YamlText> routes() {
        return files(".camel.yaml").map(file -> new YamlText(name(file), read(file)));
    }

    static Stream<YamlText> kamelets() {
        return files(".kamelet.yaml").map(file -> new YamlText(name(file), read(file)));
    }

    /** Whether it is for a container engine, not for Camel. */
    boolean isOfContainers() {
        return text.startsWith("services:") || text.startsWith("apiVersion:");
    }

    /** Whether a route file holds this text, however far indented: a page explains a part of it. */
    boolean isExcerptOf(YamlText routes) {
        return withoutIndent(routes.text).contains(withoutIndent(text));
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    private static int line(String text, MatchResult block) {
        return (int) text.substring(0, block.start()).lines().count() + 1;
    }

    private static Stream<Path> files(String suffix) {
        return PLACES.stream().flatMap(place -> {
            try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
                return files
                        .filter(file -> file.toString().endsWith(suffix)
                                && !ROOT.relativize(file).toString().matches(".*\\b(target|node_modules|dist)\\b.*"))
                        .sorted()
                        .toList()
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
