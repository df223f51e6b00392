package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.value.BodyReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A raw call as the message gives it, read and checked.
 *
 * @param contentType the one that the message sets; empty to leave it to the call
 * @param body        {@code null} for none
 * @param parameters  query and body together, which guards look at
 */
record RawRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<String> contentType,
        ObjectNode body,
        ObjectNode parameters) {

    private static final String PATH = "(/[A-Za-z0-9_~-]+)+/?";
    private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD");

    static RawRequest of(OperationContext context) {
        ParameterValues values = context.parameters();
        String method = values.text(Parameter.METHOD).orElse("GET");
        String path = path(values);
        Map<String, String> query = values.map(Parameter.QUERY);
        Map<String, String> headers = new HashMap<>(values.map(Parameter.REQUEST_HEADERS));
        headers.forEach(RawHeaders::check);
        Optional<String> contentType = RawHeaders.takeContentType(headers);
        ObjectNode body = WITHOUT_BODY.contains(method) ? null : body(context, contentType);

        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        query.forEach(parameters::put);
        if (body != null) {
            body.properties().forEach(field -> addOnce(parameters, field.getKey(), field.getValue()));
        }
        refuseMethodParameter(parameters);
        return new RawRequest(method, path, query, headers, contentType, body, parameters);
    }

    static String path(ParameterValues values) {
        String given = values.text(Parameter.PATH)
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

    private static ObjectNode body(OperationContext context, Optional<String> contentType) {
        Object body = context.parameters().body();
        if (contentType.equals(Optional.of(RequestBody.FORM)) && isText(body)) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            PercentEncoding.decode(text(body).strip())
                    .forEach((name, value) -> fields.set(name, TextNode.valueOf(value)));
            return fields.isEmpty() ? null : fields;
        }
        JsonNode json = BodyReader.json(body);
        JsonNode structure = BodyReader.isJson(body) ? json : context.encoder().plain(json);
        if (structure.isNull()) {
            return null;
        }
        if (structure instanceof ObjectNode fields) {
            return fields;
        }
        throw new InvalidInputException("The body of a raw call must be an object: a Map, a JSON object, a bean, "
                + "or for a form its encoded text");
    }

    /** With a parameter given twice, the server would decide which of the two counts, past the guards. */
    private static void addOnce(ObjectNode parameters, String name, JsonNode value) {
        if (parameters.has(name)) {
            throw new InvalidInputException("Parameter " + name + " is in the query and in the body; give it once");
        }
        parameters.set(name, value);
    }

    private static void refuseMethodParameter(ObjectNode parameters) {
        if (parameters.propertyStream().anyMatch(parameter -> RequestGuards.serverName(parameter.getKey())
                .equalsIgnoreCase("_method"))) {
            throw new InvalidInputException("Parameter _method cannot be set; the verb is the option method");
        }
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence || body instanceof byte[];
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
    }
}
