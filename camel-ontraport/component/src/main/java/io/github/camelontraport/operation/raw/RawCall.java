package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.FormEncoding;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.raw.RawCallRule.Trait;
import io.github.camelontraport.operation.transaction.Declines;
import io.github.camelontraport.value.BodyReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Any call of the API. It stays below the base URL, keeps the credentials, and where it equals a row of the table of
 * operations it is guarded and repeated as that row.
 */
public final class RawCall {

    public static final Operation ROW = new Operation(
            Operation.RAW,
            "any",
            Optional.empty(),
            Set.of(Parameter.METHOD, Parameter.PATH, Parameter.QUERY, Parameter.REQUEST_HEADERS),
            false,
            "GET, HEAD, and as the row that the call equals",
            RawCall::run);

    private static final String PATH = "(/[A-Za-z0-9_~-]+)+/?";
    private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD");
    /** Headers that the client sets, or that decide where the request goes and how long it is. */
    private static final List<String> OWN_HEADERS = List.of(
            "host",
            "content-length",
            "connection",
            "expect",
            "upgrade",
            "transfer-encoding",
            "authorization",
            "proxy-authorization",
            "accept",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    private RawCall() {}

    static CompletionStage<OperationResult> run(OperationContext task) {
        ParameterValues inputs = task.inputs();
        String method = inputs.text(Parameter.METHOD).orElse("GET");
        String path = path(inputs);
        Map<String, String> query = inputs.map(Parameter.QUERY);
        Map<String, String> headers = new HashMap<>(inputs.map(Parameter.REQUEST_HEADERS));
        headers.forEach(RawCall::checkHeader);
        String contentType = contentType(headers);

        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        query.forEach(parameters::put);
        RequestBody body = WITHOUT_BODY.contains(method) ? RequestBody.NONE : body(task, contentType, parameters);
        if (parameters.propertyStream().anyMatch(parameter -> RawGuards.asPhpReads(parameter.getKey())
                .equalsIgnoreCase("_method"))) {
            throw new InvalidInputException("Parameter _method cannot be set; the verb is the option method");
        }
        ObjectNode named = parameters.deepCopy();
        RawCallRule known = RawCallRules.of(method, path, named);
        known.guard().check(parameters, task);
        boolean allInQuery = known.traits().contains(Trait.IN_QUERY);
        if (method.equals("DELETE") && !allInQuery && body.bytes() != null && !query.isEmpty()) {
            // Some HTTP stacks drop the body of a DELETE, and what is left must not mean more than was meant.
            throw new InvalidInputException(
                    "Give the parameters of a DELETE either all in the query or all in the body");
        }
        Map<String, String> sent = allInQuery ? FormEncoding.ofQuery(parameters) : query;
        if (allInQuery && sent.getOrDefault("ids", "").length() > Chunks.QUERY_CAP) {
            throw new InvalidInputException(
                    "So many ids do not fit into a URL; operation deleteAll cuts them into calls");
        }
        ApiRequest request = new ApiRequest(
                method,
                path,
                sent,
                headers,
                allInQuery ? RequestBody.NONE : body,
                known.repeat().of(task, named));
        return task.call(request).thenApply(reply -> {
            if (known.traits().contains(Trait.CHARGES) && inputs.fixed().failOnDecline()) {
                checkAccepted(request, reply.data());
            }
            return OperationResult.of(reply.value());
        });
    }

    public static String path(ParameterValues inputs) {
        String given = inputs.text(Parameter.PATH)
                .map(String::strip)
                .orElseThrow(() -> new InvalidInputException(
                        "A raw call needs a path relative to baseUrl, such as /objects/meta (option path or header "
                                + Parameter.PATH.header() + ")"));
        String path = given.startsWith("/") ? given : "/" + given;
        if (!path.matches(PATH)) {
            throw new InvalidInputException(
                    "Path '" + given + "' is not a path below baseUrl: names of letters, digits, "
                            + "'_', '~' and '-' between single slashes. Query parameters go into query.name options or "
                            + "header " + Parameter.QUERY.header());
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static void checkHeader(String name, String value) {
        if (Credentials.isCredential(name)) {
            throw new InvalidInputException("Request header " + name
                    + " cannot be set: the credentials are those of the endpoint or component");
        }
        if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) || !name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            throw new InvalidInputException("Request header '" + name + "' cannot be set");
        }
        if (!value.matches("[\\t -~]*")) {
            throw new InvalidInputException("Request header " + name + " has a line break or another character that a "
                    + "header cannot carry");
        }
    }

    private static String contentType(Map<String, String> headers) {
        List<String> names = headers.keySet().stream()
                .filter("content-type"::equalsIgnoreCase)
                .toList();
        String given = names.stream().map(headers::remove).findFirst().orElse(RequestBody.JSON);
        String type = given.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(RequestBody.JSON) && !type.equals(RequestBody.FORM)) {
            throw new InvalidInputException("Content-Type '" + given + "' is neither " + RequestBody.JSON + " nor "
                    + RequestBody.FORM + ", which are what the API reads");
        }
        return type;
    }

    /** Encodes the body and adds its top level to the parameters that guards look at. */
    private static RequestBody body(OperationContext task, String contentType, ObjectNode parameters) {
        Object body = task.inputs().body();
        if (contentType.equals(RequestBody.FORM) && isText(body)) {
            Map<String, String> fields = PercentEncoding.decode(text(body).strip());
            fields.forEach((name, value) -> addOnce(parameters, name, TextNode.valueOf(value)));
            return fields.isEmpty() ? RequestBody.NONE : RequestBody.form(fields);
        }
        JsonNode json = BodyReader.json(body);
        JsonNode structure = BodyReader.isJson(body) ? json : task.values().plain(json);
        if (structure.isNull()) {
            return RequestBody.NONE;
        }
        if (structure instanceof ObjectNode fields) {
            fields.properties().forEach(field -> addOnce(parameters, field.getKey(), field.getValue()));
            return contentType.equals(RequestBody.FORM)
                    ? RequestBody.form(FormEncoding.of(fields))
                    : RequestBody.json(fields);
        }
        throw new InvalidInputException("The body of a raw call must be an object: a Map, a JSON object, a bean, "
                + "or for a form its encoded text");
    }

    /** Twice would leave it to the server which of the two counts, past the guards. */
    private static void addOnce(ObjectNode parameters, String name, JsonNode value) {
        if (parameters.has(name)) {
            throw new InvalidInputException("Parameter " + name + " is in the query and in the body; give it once");
        }
        parameters.set(name, value);
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence || body instanceof byte[];
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
    }

    private static void checkAccepted(ApiRequest request, JsonNode data) {
        if (data != null && data.isTextual()) {
            throw ApiException.details(Kind.OTHER, request + " answered with a text instead of a result")
                    .status(200)
                    .text(data.asText())
                    .attempts(1)
                    .outcomeUnknown(true)
                    .build();
        }
        Declines.refuse(request, data, 1);
    }
}
