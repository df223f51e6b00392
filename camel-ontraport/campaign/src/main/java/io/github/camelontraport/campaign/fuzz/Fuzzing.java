package io.github.camelontraport.campaign.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fuzzes each parser, guided by coverage, in a JVM of its own, as Jazzer instruments what it runs. */
public final class Fuzzing {

    /** The last line of libFuzzer's statistics. */
    private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+) ft: \\d+ corp: (\\d+)/.*");

    private static final int HANG_SECONDS = 30;
    private static final int MOST_BYTES = 4_096;

    private final PrintStream out;

    public Fuzzing(PrintStream out) {
        this.out = out;
    }

    /**
     * @param inputs of all parsers together
     * @return whether no parser crashed or hung
     */
    public boolean run(long inputs, long seed) {
        out.print(
                """

                | Parser | Inputs | Branches covered | Inputs kept | Crashes and hangs |
                | --- | ---: | ---: | ---: | ---: |
                """);
        boolean isClean = true;
        for (Parser parser : Parser.values()) {
            isClean &= run(parser, inputs / Parser.values().length + 1, seed);
        }
        return isClean;
    }

    private boolean run(Parser parser, long inputs, long seed) {
        try {
            Path folder = Files.createTempDirectory("campaign-fuzz");
            int number = 0;
            for (String example : parser.examples()) {
                Files.writeString(folder.resolve("example" + number++), example);
            }
            Process process = new ProcessBuilder(command(parser, inputs, seed, folder))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean isClean = process.waitFor() == 0;
            Matcher done = DONE.matcher(printed);
            boolean isDone = done.find();
            out.printf(
                    "| %s | %s | %s | %s | %d |%n",
                    parser.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    isDone ? done.group(1) : "not known",
                    isDone ? done.group(2) : "",
                    isDone ? done.group(3) : "",
                    isClean ? 0 : 1);
            if (!isClean) {
                out.printf("BROKEN parser %s; inputs are in %s%n%s%n", parser, folder, printed);
            }
            return isClean && isDone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> command(Parser parser, long inputs, long seed, Path folder) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-D" + FuzzTarget.PARSER + "=" + parser,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=io.github.camelontraport.**",
                // The sanitizers look for attacks on what the parsers do not do, and slow the start down.
                "--custom_hook_includes=io.github.camelontraport.**",
                "-runs=" + inputs,
                "-seed=" + Math.floorMod(seed, Integer.MAX_VALUE),
                "-timeout=" + HANG_SECONDS,
                "-max_len=" + MOST_BYTES,
                folder.toString()));
    }
}
