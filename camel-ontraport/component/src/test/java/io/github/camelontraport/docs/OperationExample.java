package io.github.camelontraport.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One operation at work, as the documents show it and a test tries it, in YAML and in Java. Types are named as in URIs,
 * headers without {@code CamelOntraport}; what is left out of a map of fields may have any value.
 *
 * @param says    what the operation does
 * @param takes   the body it takes
 * @param leaves  the body it leaves; {@code null} for the one it took
 * @param given   the records of the account before, by type; {@code tagged} holds names of tags
 * @param fields  labels of text fields that the account has besides, by type and name
 * @param on      the object type
 * @param options of the endpoint, besides the operation
 * @param body    {@code null} for none
 * @param sends   the requests: method, path, query parameters by name behind {@code ?}, body behind a blank
 * @param returns the body afterwards; Java's {@code null} for the one it took
 * @param headers all that report on the operation, besides those that every operation sets
 * @param account records of the account afterwards, by type and ascending id
 */
record OperationExample(
        String says,
        String takes,
        String leaves,
        Map<String, List<Map<String, Object>>> given,
        Map<String, Map<String, String>> fields,
        String on,
        Map<String, String> options,
        String body,
        List<String> sends,
        JsonNode returns,
        Map<String, Object> headers,
        Map<String, List<Map<String, Object>>> account) {

    private static final Pattern PLAIN_YAML = Pattern.compile("[A-Za-z/][A-Za-z0-9 _/.,-]*|[0-9]+");

    OperationExample {
        given = given == null ? Map.of() : given;
        fields = fields == null ? Map.of() : fields;
        options = options == null ? Map.of() : options;
        headers = headers == null ? Map.of() : headers;
        account = account == null ? Map.of() : account;
    }

    boolean keepsBody() {
        return returns == null;
    }

    static String route(Operation row) {
        return "direct:" + row.name();
    }

    String yaml(Operation row) {
        StringBuilder text = new StringBuilder(
                """
                - route:
                    from:
                      uri: %s
                      steps:
                """
                        .formatted(route(row)));
        if (body != null) {
            text.append(
                            "        - setBody:\n            expression:\n              constant:\n                expression: ")
                    .append(yamlBody())
                    .append('\n');
        }
        text.append("        - to:\n            uri: ontraport:").append(on).append("\n            parameters:\n");
        parameters(row).forEach((name, value) -> text.append("              ")
                .append(name)
                .append(": ")
                .append(PLAIN_YAML.matcher(value).matches() ? value : '"' + value + '"')
                .append('\n'));
        return text.toString();
    }

    private String yamlBody() {
        if (body.contains("\n")) {
            return "|-\n" + body.indent(18).stripTrailing();
        }
        return body.contains("\"") ? "'" + body + "'" : '"' + body + '"';
    }

    String java(Operation row) {
        StringBuilder text = new StringBuilder("from(\"" + route(row) + "\")\n");
        if (body != null) {
            text.append("    .setBody(constant(")
                    .append(
                            body.contains("\"")
                                    ? "\"\"\"\n" + body.indent(8).stripTrailing() + "\"\"\""
                                    : '"' + body + '"')
                    .append("))\n");
        }
        return text.append("    .to(\"")
                .append(uri(parameters(row)))
                .append("\");\n")
                .toString();
    }

    String uri(Map<String, String> parameters) {
        return "ontraport:" + on
                + parameters.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** All of the endpoint; {@code raw} is the operation of {@code ontraport:raw} without saying so. */
    private Map<String, String> parameters(Operation row) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!row.name().equals(on)) {
            parameters.put("operation", row.name());
        }
        parameters.putAll(options);
        return parameters;
    }
}
