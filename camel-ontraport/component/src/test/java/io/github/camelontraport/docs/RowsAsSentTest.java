package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation sends what its row of the table says: method, path and encoding; and leaves the body that the row says. */
class RowsAsSentTest {

    @RegisterExtension
    static final OntraportSandboxExtension SANDBOX = new OntraportSandboxExtension();

    static List<Operation> rows() {
        return Operations.all().stream().filter(row -> !row.isRaw()).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void requestsAreThoseOfTheRow(Operation row) throws Exception {
        OperationExample example = OperationExamples.of(row);

        OperationTrial done = OperationTrial.of(
                row,
                context -> PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.fromString("example.camel.yaml", example.yaml(row))),
                Map.of(),
                SANDBOX.sandbox());

        assertThat(done.failure()).isNull();
        assertThat(SANDBOX.sandbox().requests()).isNotEmpty().allSatisfy(request -> assertThat(rowsCalls(row))
                .anyMatch(call -> isSent(call, request)));
        assertThat(row.reply() == ReplyShape.ACKNOWLEDGEMENT)
                .as("reply shape %s", row.reply())
                .isEqualTo(example.keepsBody());
    }

    /** Records that a condition selects are read first, with the call of search. */
    private static List<ApiCall> rowsCalls(Operation row) {
        List<ApiCall> calls = new ArrayList<>(row.calls());
        if (row.takesManyRecords()) {
            calls.addAll(Operations.named("search").calls());
        }
        return calls;
    }

    private static boolean isSent(ApiCall call, SandboxRequest request) {
        String encoding =
                switch (call.encoding()) {
                    case QUERY -> "";
                    case JSON -> RequestBody.JSON;
                    case FORM -> RequestBody.FORM;
                };
        String contentType = request.contentType() == null ? "" : request.contentType();
        return call.method().equals(request.method())
                && call.path().equals(request.path())
                && contentType.startsWith(encoding)
                && contentType.isEmpty() == encoding.isEmpty()
                && (encoding.isEmpty()
                                ? request.body()
                                : request.query().toString().replace("{}", ""))
                        .isEmpty();
    }
}
