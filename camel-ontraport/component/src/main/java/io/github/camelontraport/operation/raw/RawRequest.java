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
import io.github.camelontraport.value.TextChecks;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    /** The version, which the base URL ends with and which copied paths begin with. */
    private static final Pattern VERSION = Pattern.compile("^/?1(?=/)");

    private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD");

    static RawRequest of(OperationContext context) {
        ParameterValues values = context.parameters();
        String method = values.text(Parameter.METHOD).orElse("GET");
        String given = givenPath(values);
        String path = path(given);
        Map<String, String> query = query(given, values.map(Parameter.QUERY));
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
        refuseBrokenText(parameters);
        return new RawRequest(method, path, query, headers, contentType, body, parameters);
    }

    /** Refuses a path that leads out of the base URL. */
    static void checkPath(ParameterValues values) {
        path(givenPath(values));
    }

    private static String givenPath(ParameterValues values) {
        return values.text(Parameter.PATH)
                .map(String::strip)
                .orElseThrow(() -> new InvalidInputException(
                        "A raw call needs a path relative to baseUrl, such as /objects/meta (option path or header "
                                + Parameter.PATH.header() + ")"));
    }

    /** The path without version, query, and slash at its end. */
    private static String path(String given) {
        String withoutQuery = given.split("\\?", 2)[0];
        String relative = VERSION.matcher(withoutQuery).replaceFirst("");
        String path = relative.startsWith("/") ? relative : "/" + relative;
        if (!path.matches(PATH)) {
            throw new InvalidInputException(
                    "Path '" + given + "' is not a path below baseUrl: names of letters, digits, "
                            + "'_', '~' and '-' between single slashes. Query parameters go into query.name options or "
                            + "header " + Parameter.QUERY.header());
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The query of the path, and the parameters that are given by name. */
    private static Map<String, String> query(String path, Map<String, String> named) {
        if (path.indexOf('?') < 0) {
            return named;
        }
        Map<String, String> query = PercentEncoding.decode(path.substring(path.indexOf('?') + 1));
        named.forEach((name, value) -> {
            if (query.put(name, value) != null) {
                throw new InvalidInputException(
                        "Parameter " + name + " is in the query of the path and given by name; give it once");
            }
        });
        return query;
    }

    private static ObjectNode body(OperationContext context, Optional<String> contentType) {
        Object body = context.parameters().body();
        if (contentType.equals(Optional.of(RequestBody.FORM)) && isText(body) && !isJsonObject(body)) {
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

    /** JSON text and trees are sent as they are, without the encoder that checks other values. */
    private static void refuseBrokenText(JsonNode node) {
        boolean broken = (node.isTextual() && TextChecks.isBroken(node.textValue()))
                || node.propertyStream().anyMatch(field -> TextChecks.isBroken(field.getKey()));
        if (broken) {
            throw new InvalidInputException(
                    "A parameter holds half of a character (a lone surrogate), which cannot be sent");
        }
        node.forEach(RawRequest::refuseBrokenText);
    }

    /** It is sent as a form with its fields. */
    private static boolean isJsonObject(Object body) {
        return text(body).strip().startsWith("{");
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence || body instanceof byte[];
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
    }
}
