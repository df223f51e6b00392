package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * Starts JVMs that are soon where killing them is worth while: one that ends by itself leaves the classes that it loaded
 * in an archive, which halves what the later ones need to start. A JVM that cannot use it does without.
 */
final class ChildLauncher {

    private final Path archive;
    private final String classPath;

    /** @param folder for the archive, and the jars that it depends on */
    ChildLauncher(Path folder) {
        archive = folder.resolve("classes.jsa");
        classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(path -> Files.isDirectory(path) ? jar(path, folder) : path)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Classes come into an archive from jars only. */
    private static Path jar(Path classes, Path folder) {
        Path jar = folder.resolve(classes.toString().replaceAll("\\W", "_") + ".jar");
        assertThat(ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), "."))
                .isZero();
        return jar;
    }

    /** A child to be killed. */
    ChildProcess start(Path folder, Class<?> main, ChildProcess.Lines lines, List<String> arguments)
            throws IOException {
        return start(folder, main, lines, arguments, "-XX:SharedArchiveFile=" + archive);
    }

    /** A child to be ended, which makes the archive. */
    ChildProcess startPreparing(Path folder, Class<?> main, ChildProcess.Lines lines, List<String> arguments)
            throws IOException {
        return start(folder, main, lines, arguments, "-XX:ArchiveClassesAtExit=" + archive);
    }

    private ChildProcess start(
            Path folder, Class<?> main, ChildProcess.Lines lines, List<String> arguments, String option)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                option,
                // The JVM would write its warnings between the lines.
                "-Xlog:disable",
                "-Dlog4j2.configurationFile=log4j2-child.properties",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(arguments);
        return new ChildProcess(
                new ProcessBuilder(command).directory(folder.toFile()), folder.resolve("errors.txt"), lines);
    }
}
