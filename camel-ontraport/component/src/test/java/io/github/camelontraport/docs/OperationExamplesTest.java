package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of operations does in YAML and in Java what its example promises, and the same. */
class OperationExamplesTest {

    /** The account's time stands still, so that two runs write the same times. */
    @RegisterExtension
    static final OntraportSandboxExtension SANDBOX = new OntraportSandboxExtension(
            builder -> builder.clock(Clock.fixed(Instant.parse("2026-01-31T08:00:00Z"), ZoneOffset.UTC)));

    private static ClassLoader javaRoutes;

    /** The routes in Java, each a class with the name of its operation. */
    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        javaRoutes = JavaExample.load(
                Operations.all().stream()
                        .map(row -> JavaExample.of(OperationExamples.of(row).java(row), row.name()))
                        .toList(),
                folder);
    }

    static List<String> operations() {
        return Operations.all().stream().map(Operation::name).toList();
    }

    @Test
    void noExampleIsOfAnOperationThatDoesNotExist() {
        assertThat(operations()).containsAll(OperationExamples.operations());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void doesWhatItsExamplePromisesInBothLanguages(String operation) throws Exception {
        Operation row = Operations.named(operation);
        OperationExample example = OperationExamples.of(row);

        OperationTrial yaml = OperationTrial.of(
                row,
                context -> PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.fromString("example.camel.yaml", example.yaml(row))),
                Map.of(),
                SANDBOX.sandbox());
        check(example, yaml);
        RoutesBuilder routes = (RoutesBuilder)
                javaRoutes.loadClass(operation).getDeclaredConstructor().newInstance();
        OperationTrial java = OperationTrial.of(row, context -> context.addRoutes(routes), Map.of(), SANDBOX.sandbox());
        check(example, java);
        assertThat(java).isEqualTo(yaml);
    }

    private static void check(OperationExample example, OperationTrial done) {
        assertThat(done.failure()).isNull();
        assertThat(done.sent()).isEqualTo(example.sends());
        ValueMatcher.check("body", example.keepsBody() ? example.body() : example.returns(), done.body());
        assertThat(done.headers()).containsOnlyKeys(example.headers().keySet());
        ValueMatcher.check("headers", example.headers(), done.headers());
        example.account()
                .forEach((type, records) ->
                        ValueMatcher.check(type, records, SANDBOX.sandbox().records(OperationTrial.typeId(type))));
    }
}
