package io.github.camelontraport.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Containerfile of the sandbox. Instructions begin at the beginning of a line and are one line long. */
public final class Containerfile {

    /** Where it is, in which an engine builds it. */
    public static final Path FOLDER = Path.of("../sandbox");

    private final List<String> lines;

    private Containerfile(List<String> lines) {
        this.lines = lines;
    }

    public static Containerfile read() throws IOException {
        return new Containerfile(Files.readAllLines(FOLDER.resolve("Containerfile")));
    }

    /** What comes behind an instruction, which must be there once. */
    public String argument(String instruction) {
        List<String> found = lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(instruction + " is there " + found.size() + " times");
        }
        return found.get(0);
    }

    public List<String> entrypoint() throws IOException {
        return JsonMapper.builder().build().readValue(argument("ENTRYPOINT"), new TypeReference<>() {});
    }

    /** The argument behind an option of the entry point. */
    public String option(String name) throws IOException {
        List<String> entrypoint = entrypoint();
        return entrypoint.get(entrypoint.indexOf(name) + 1);
    }
}
