package io.github.camelontraport.docs;

import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * What came of an example.
 *
 * @param sent    the requests, in the form of {@link OperationExample#sends}
 * @param body    that was left
 * @param headers that report on the operation, without those that every operation sets
 * @param failure {@code null} for a success
 */
record OperationTrial(List<String> sent, Object body, Map<String, Object> headers, Exception failure) {

    private static final String PREFIX = "CamelOntraport";
    private static final Set<String> SET_BY_ALL = Set.of("ObjectType", "Requests", "RateLimitRemaining", "HttpStatus");

    /** Brings the routes of an example, in one language or the other. */
    @FunctionalInterface
    interface Routes {

        void addTo(CamelContext context) throws Exception;
    }

    /** Sends an exchange with these headers through the route of an example, in an account that has what is given. */
    static OperationTrial of(Operation row, Routes routes, Map<String, Object> headers, OntraportSandbox sandbox)
            throws Exception {
        sandbox.reset();
        OperationExamples.of(row)
                .fields()
                .forEach((type, fields) -> fields.forEach(
                        (name, label) -> sandbox.defineField(typeId(type), SandboxField.of(name, label, "text"))));
        OperationExamples.of(row)
                .given()
                .forEach((type, records) -> records.forEach(record -> create(sandbox, typeId(type), record)));
        try (CamelContext context = SandboxContext.of(sandbox);
                ProducerTemplate template = context.createProducerTemplate()) {
            routes.addTo(context);
            context.start();
            Exchange done = template.request(
                    OperationExample.route(row),
                    exchange -> exchange.getMessage().getHeaders().putAll(headers));
            return new OperationTrial(
                    sandbox.requests().stream().map(OperationTrial::text).toList(),
                    withoutDuration(done.getMessage().getBody()),
                    reports(done.getMessage().getHeaders()),
                    done.getException());
        }
    }

    /** The time that a sync takes is never the same. */
    private static Object withoutDuration(Object body) {
        if (!(body instanceof Map<?, ?> report) || !(report.get("duration") instanceof Duration)) {
            return body;
        }
        Map<Object, Object> rest = new LinkedHashMap<>(report);
        rest.remove("duration");
        return rest;
    }

    static int typeId(String name) {
        return ObjectTypes.find(name).orElseThrow().id();
    }

    private static void create(OntraportSandbox sandbox, int type, Map<String, Object> record) {
        Map<String, Object> fields = new HashMap<>(record);
        Object tags = fields.remove("tagged");
        long id = sandbox.create(type, fields);
        if (tags instanceof List<?> names) {
            names.forEach(name -> sandbox.addTag(type, id, name.toString()));
        }
    }

    private static Map<String, Object> reports(Map<String, Object> headers) {
        Map<String, Object> reports = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !SET_BY_ALL.contains(name.substring(PREFIX.length()))) {
                reports.put(name.substring(PREFIX.length()), value);
            }
        });
        return reports;
    }

    private static String text(SandboxRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + parameters(request.query());
        String body = request.body().isEmpty()
                ? ""
                : " "
                        + (request.body().startsWith("{")
                                ? request.body()
                                : parameters(PercentEncoding.decode(request.body())));
        return request.method() + " " + request.path() + query + body;
    }

    private static String parameters(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("&"));
    }
}
