package io.github.camelontraport.operation.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import java.util.List;

/**
 * Writes a section and its fields as the API takes them: fields stand in up to three columns, a list of them in each.
 */
final class FieldEditorRequest {

    private static final String EXAMPLE =
            "{\"section\": \"Survey\", \"fields\": [{\"alias\": \"Colour\", \"type\": \"text\"}]}";
    private static final String WHERE = "The section";
    private static final List<String> CREATE_KEYS = List.of("name", "section", "description", "fields", "objectID");
    /** A section that was read has an id, and can be changed and sent back. */
    private static final List<String> UPDATE_KEYS =
            List.of("name", "section", "description", "fields", "objectID", "id");

    private static final int COLUMNS = 3;

    private FieldEditorRequest() {}

    static ObjectNode request(OperationContext context, String operation, boolean creates) {
        ObjectNode body = KnownKeys.body(context, operation, EXAMPLE);
        KnownKeys.check(body, WHERE, creates ? CREATE_KEYS : UPDATE_KEYS);
        if (body.has("objectID") && !body.path("objectID").asText().equals(context.typeId())) {
            throw new InvalidInputException("The body's objectID "
                    + body.path("objectID").asText() + " is not that of the endpoint, " + context.typeId());
        }
        ObjectNode request = body.objectNode().put("objectID", context.type().id());
        request.put(
                "name",
                KnownKeys.text(body, WHERE, "section", "name")
                        .orElseThrow(() -> new InvalidInputException("Operation " + operation
                                + " needs the section that the fields are in: section (or name), its name")));
        if (body.path("description").isContainerNode()) {
            throw new InvalidInputException(WHERE + ": description is no text");
        }
        if (body.has("description")) {
            // An empty description removes the description.
            request.put("description", body.path("description").asText());
        }
        ArrayNode columns = columns(body.path("fields"), creates);
        if (columns.valueStream().anyMatch(column -> !column.isEmpty())) {
            request.set("fields", columns);
        }
        return request;
    }

    /** The API's list of columns, a plain list of fields (which make one column), or a single field. */
    private static ArrayNode columns(JsonNode fields, boolean creates) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        if (fields.isObject()) {
            columns.addArray().add(FieldSpec.of(fields, "fields", creates));
        } else if (fields.isArray()) {
            boolean inColumns = !fields.isEmpty() && fields.valueStream().allMatch(JsonNode::isArray);
            if (!inColumns) {
                columns.add(column((ArrayNode) fields, "fields", creates));
            }
            for (int i = 0; inColumns && i < fields.size(); i++) {
                columns.add(column((ArrayNode) fields.get(i), "fields[" + i + "]", creates));
            }
        } else if (!fields.isMissingNode()) {
            throw new InvalidInputException(WHERE + ": fields is no list of fields");
        }
        if (columns.size() > COLUMNS) {
            throw new InvalidInputException(
                    WHERE + ": fields has " + columns.size() + " columns; a section has " + COLUMNS + " at most");
        }
        return columns;
    }

    private static ArrayNode column(ArrayNode fields, String where, boolean creates) {
        ArrayNode column = fields.arrayNode();
        for (int i = 0; i < fields.size(); i++) {
            column.add(FieldSpec.of(fields.get(i), where + "[" + i + "]", creates));
        }
        return column;
    }
}
