package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all rows of the table of operations that are alike, on the grounds of their examples. */
class OperationFactsTest {

    private static final String IDS = "CamelOntraportIds";
    private static final List<String> SELECTION = Stream.of(Parameter.IDS, Parameter.RECORD_ID, Parameter.CONDITION)
            .map(Parameter::option)
            .toList();

    @RegisterExtension
    static final OntraportSandboxExtension SANDBOX = new OntraportSandboxExtension();

    static List<String> withoutResult() {
        return Operations.all().stream()
                .filter(row -> OperationExamples.of(row).keepsBody())
                .map(Operation::name)
                .toList();
    }

    static List<String> ofManyIds() {
        return Operations.all().stream()
                .filter(row -> row.parameters().contains(Parameter.IDS))
                .map(Operation::name)
                .toList();
    }

    static List<String> notForEveryType() {
        return Operations.all().stream()
                .filter(row -> !others(row).isEmpty())
                .map(Operation::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withoutResult")
    void whatIsOnlyAcknowledgedLeavesTheBodyAndReportsTheAcknowledgement(String operation) throws Exception {
        Operation row = Operations.named(operation);
        OperationExample example = OperationExamples.of(row);
        String[] call = example.sends().get(example.sends().size() - 1).split("[ ?]");

        OperationTrial done = OperationTrial.of(
                row,
                context -> {
                    SANDBOX.sandbox()
                            .faults()
                            .always()
                            .on(call[0], call[1])
                            .json(200, "{\"code\":0,\"data\":\"Done\"}");
                    addRoute(context, row, example.body(), example.options());
                },
                Map.of(),
                SANDBOX.sandbox());

        assertThat(done.failure()).isNull();
        assertThat(done.body()).isEqualTo(example.body());
        assertThat(done.headers()).containsEntry("Acknowledgement", "Done");
    }

    @ParameterizedTest
    @MethodSource("ofManyIds")
    void anEmptyListSendsNothing(String operation) throws Exception {
        Operation row = Operations.named(operation);
        OperationExample example = OperationExamples.of(row);
        Map<String, String> options = new LinkedHashMap<>(example.options());
        options.keySet().removeAll(SELECTION);

        OperationTrial done = OperationTrial.of(
                row,
                context -> addRoute(context, row, example.body(), options),
                Map.of(IDS, List.of()),
                SANDBOX.sandbox());

        assertThat(done.failure()).isNull();
        assertThat(done.sent()).isEmpty();
        assertThat(done.body()).isEqualTo(example.keepsBody() ? example.body() : List.of());
        assertThat(done.headers()).isEqualTo(Map.of("Count", 0L));
    }

    /** Neither by option, at the start, nor by header, with a message. */
    @ParameterizedTest
    @MethodSource("notForEveryType")
    void aTypeThatItIsNotForIsRefused(String operation) throws Exception {
        Operation row = Operations.named(operation);
        try (CamelContext context = SandboxContext.of(SANDBOX.sandbox());
                ProducerTemplate template = context.createProducerTemplate()) {
            context.start();
            for (ObjectType type : others(row)) {
                String uri = "ontraport:" + type.plural();
                assertThatThrownBy(() -> context.getEndpoint(uri + "?operation=" + operation)
                                .createProducer()
                                .start())
                        .hasStackTraceContaining("Operation " + operation + " is ")
                        .hasStackTraceContaining(type.plural());
                assertThat(template.request(uri, exchange -> exchange.getMessage()
                                        .setHeaders(new LinkedHashMap<>(Map.of("CamelOntraportOperation", operation))))
                                .getException())
                        .isInstanceOf(OntraportValidationException.class)
                        .hasMessageContaining("Operation " + operation + " is ")
                        .hasMessageContaining(type.plural());
            }
        }
        assertThat(SANDBOX.sandbox().requests()).isEmpty();
    }

    private static void addRoute(CamelContext context, Operation row, String body, Map<String, String> options)
            throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("operation", row.name()));
        parameters.putAll(options);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from(OperationExample.route(row))
                        .setBody(constant(body))
                        .to(OperationExamples.of(row).uri(parameters));
            }
        });
    }

    /** The types that the row is not for; none of a raw call, which is for no type. */
    private static List<ObjectType> others(Operation row) {
        return row.capability().isEmpty()
                ? List.of()
                : ObjectTypes.names().stream()
                        .map(name -> ObjectTypes.find(name).orElseThrow())
                        .filter(type -> !row.isPossibleWith(type))
                        .distinct()
                        .toList();
    }
}
