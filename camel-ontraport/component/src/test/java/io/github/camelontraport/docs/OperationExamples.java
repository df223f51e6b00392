package io.github.camelontraport.docs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.catalog.Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples of the folder {@code operation-examples}, one for each row of the table of operations. */
final class OperationExamples {

    private static final Path FOLDER =
            Documents.ROOT.resolve("camel-ontraport/component/src/test/resources/operation-examples");
    private static final Map<String, OperationExample> BY_OPERATION = read();

    private OperationExamples() {}

    private static Map<String, OperationExample> read() {
        Map<String, OperationExample> examples = new HashMap<>();
        JsonMapper mapper = JsonMapper.builder().build();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                mapper.convertValue(content, new TypeReference<Map<String, OperationExample>>() {})
                        .forEach((operation, example) -> {
                            if (examples.put(operation, example) != null) {
                                throw new IllegalStateException("Two examples of " + operation);
                            }
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(examples);
    }

    static Set<String> operations() {
        return BY_OPERATION.keySet();
    }

    static OperationExample of(Operation row) {
        OperationExample example = BY_OPERATION.get(row.name());
        if (example == null) {
            throw new AssertionError("Operation " + row.name() + " has no example in " + FOLDER);
        }
        return example;
    }

    /** The texts of all blocks that {@link #page} shows. */
    static Set<String> blocks() {
        return Operations.all().stream()
                .flatMap(row -> Stream.of(of(row).yaml(row), of(row).java(row)))
                .collect(Collectors.toSet());
    }

    /** Every example in both languages. */
    static String page() {
        return Operations.all().stream()
                .map(row -> "## " + row.name() + "\n\n" + of(row).says() + "\n\n```yaml\n" + of(row).yaml(row)
                        + "```\n\n```java\n" + of(row).java(row) + "```\n")
                .collect(Collectors.joining("\n"));
    }

    /** What becomes of the body with each operation. */
    static String bodies() {
        return Tables.table(
                List.of("Operation", "Body it takes", "Body it leaves", "Headers it sets"),
                Operations.all().stream()
                        .map(row -> List.of(
                                Tables.code(row.name()),
                                of(row).takes(),
                                of(row).keepsBody() ? "the same" : of(row).leaves(),
                                headers(of(row)))));
    }

    private static String headers(OperationExample example) {
        return example.headers().keySet().stream()
                .sorted()
                .map(name -> Tables.code("CamelOntraport" + name))
                .collect(Collectors.joining(", "));
    }
}
