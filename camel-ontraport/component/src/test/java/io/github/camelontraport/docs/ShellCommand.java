package io.github.camelontraport.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command in a document names must be there: modules, profiles, tests, properties, scripts, folders and jars.
 *
 * @param folder where the reader is; the root of the repository, or the folder of an example's README
 */
record ShellCommand(Path folder, String line) {

    private static final Pattern MODULES = Pattern.compile("-pl ([\\w./,-]+)");
    private static final Pattern PROFILE = Pattern.compile("-P([\\w-]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.-]+)");
    private static final Pattern TEST = Pattern.compile("-D(?:it\\.)?test='?([\\w,]+)");
    private static final Pattern SCRIPT = Pattern.compile("(?:^|node |\\$\\()(\\.ci/[\\w./-]+)");
    private static final Pattern JAR =
            Pattern.compile("-jar (camel-ontraport/[\\w-]+)/target/([\\w-]+)-\\*(-all)?\\.jar");
    private static final Pattern IMAGE = Pattern.compile("podman build .* (\\S+)$");

    /** The name that stands for leaving out all tests. */
    private static final String NO_TEST = "None";

    /** Those of Maven and its plugins, which stand in no pom. */
    private static final Pattern FOREIGN_PROPERTY = Pattern.compile(
            "skipTests|test|it\\.test|(surefire|failsafe)\\.failIfNoSpecifiedTests|newVersion|generateBackupPoms"
                    + "|spring-boot\\.run\\.profiles|quarkus\\.native\\.enabled|jqwik\\.tries\\.default|welcome\\.start|camel\\..*");

    /** What is not as the command says. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (line.contains("mvnw ")) {
            check(MODULES, faults, "there is no module", this::areModules);
            check(PROFILE, faults, "no pom has the profile", name -> occurs("pom.xml", "<id>" + name + "</id>"));
            check(TEST, faults, "there is no test", ShellCommand::areTests);
        }
        check(
                PROPERTY,
                faults,
                "nothing reads the property",
                name -> FOREIGN_PROPERTY.matcher(name).matches()
                        || occurs("pom.xml", name)
                        || occurs(".java", '"' + name + '"'));
        check(
                SCRIPT,
                faults,
                "there is no program",
                name -> Files.isExecutable(Documents.ROOT.resolve(name))
                        || (name.endsWith(".js") && Files.exists(Documents.ROOT.resolve(name))));
        check(IMAGE, faults, "there is no file of an image in", name -> Stream.of("Containerfile", "Dockerfile")
                .anyMatch(file -> Files.exists(folder.resolve(name).resolve(file))));
        Matcher jar = JAR.matcher(line);
        while (jar.find()) {
            String pom = Documents.text(Documents.ROOT.resolve(jar.group(1)).resolve("pom.xml"));
            if (!pom.contains("<artifactId>" + jar.group(2) + "</artifactId>")
                    || (jar.group(3) != null && !pom.contains("all"))) {
                faults.add("no build makes the jar " + jar.group());
            }
        }
        return faults;
    }

    private void check(Pattern pattern, List<String> faults, String fault, Predicate<String> rule) {
        Matcher found = pattern.matcher(line);
        while (found.find()) {
            if (!rule.test(found.group(1))) {
                faults.add(fault + " " + found.group(1));
            }
        }
    }

    private boolean areModules(String names) {
        return Arrays.stream(names.split(","))
                .allMatch(name -> Files.exists(folder.resolve(name).resolve("pom.xml")));
    }

    private static boolean areTests(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.equals(NO_TEST))
                .allMatch(name -> Sources.FILES.keySet().stream().anyMatch(file -> file.endsWith(name + ".java")));
    }

    private static boolean occurs(String ending, String text) {
        return Sources.FILES.entrySet().stream()
                .anyMatch(file -> file.getKey().toString().endsWith(ending)
                        && file.getValue().contains(text));
    }

    /** Poms and Java sources, read once. */
    private static final class Sources {

        private static final Map<Path, String> FILES = read();

        private static Map<Path, String> read() {
            var wanted = FileSystems.getDefault().getPathMatcher("glob:{pom.xml,*.java}");
            try (Stream<Path> files = Files.walk(Documents.ROOT)) {
                return files.filter(file -> wanted.matches(file.getFileName()))
                        .filter(file -> !Documents.name(file).contains("target/"))
                        .collect(Collectors.toMap(file -> file, Documents::text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
