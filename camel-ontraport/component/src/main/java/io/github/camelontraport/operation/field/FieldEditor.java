package io.github.camelontraport.operation.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.value.BodyReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads, creates, changes and deletes the custom fields of a type and their sections. */
final class FieldEditor {

    private static final String PATH = "/objects/fieldeditor";

    static final ApiCall READ = ApiCall.get(PATH);
    static final ApiCall CREATE =
            ApiCall.call("POST", PATH, Encoding.JSON, RequestGuards.NONE, OperationRetryRule.NEVER);
    /** Not repeated: a repeat would add an option twice. */
    static final ApiCall UPDATE =
            ApiCall.call("PUT", PATH, Encoding.JSON, RequestGuards.NONE, OperationRetryRule.NEVER);

    static final ApiCall DELETE = ApiCall.delete(PATH, RequestGuards.FIELD_OR_SECTION, OperationRetryRule.UNTIL_GONE)
            .alsoAt(".*/fieldeditor");

    private static final int TEXT_CAP = 500;
    private static final List<String> ONE = List.of("field", "section");

    private FieldEditor() {}

    /** All sections by their number, or the one section or field that the body names. */
    static CompletionStage<OperationResult> read(OperationContext context) {
        Map<String, String> one = named(context, "readFields");
        return context.send(
                READ,
                parameters(context, one),
                reply -> OperationResult.of(
                        one.isEmpty()
                                ? sections(reply)
                                : RecordParser.one(reply, PATH).orElse(null)));
    }

    static CompletionStage<OperationResult> create(OperationContext context) {
        return context.send(CREATE, FieldEditorRequest.request(context, "createFields", true), FieldEditor::written);
    }

    static CompletionStage<OperationResult> update(OperationContext context) {
        return context.send(UPDATE, FieldEditorRequest.request(context, "updateFields", false), FieldEditor::written);
    }

    static CompletionStage<OperationResult> delete(OperationContext context) {
        Map<String, String> one = named(context, "deleteField");
        if (one.isEmpty()) {
            throw new InvalidInputException("Operation deleteField needs a body that names the field: its name such as "
                    + "f1558, {\"field\": name}, or {\"section\": name} for a section and all its fields");
        }
        return context.send(
                DELETE, parameters(context, one), reply -> OperationResult.acknowledged(reply.data(), null));
    }

    private static ObjectNode parameters(OperationContext context, Map<String, String> one) {
        ObjectNode parameters = context.typeParameters();
        one.forEach(parameters::put);
        return parameters;
    }

    /** The parameter field or section; empty for an empty body. A text names a field. */
    private static Map<String, String> named(OperationContext context, String operation) {
        JsonNode body = BodyReader.jsonOrText(context.parameters().body());
        if (body.isNull()) {
            return Map.of();
        }
        if (body.isTextual()) {
            return Map.of("field", body.asText());
        }
        List<String> given = body instanceof ObjectNode object
                ? ONE.stream().filter(object::has).toList()
                : List.of();
        if (given.size() != 1) {
            throw new InvalidInputException(
                    "Operation " + operation + " takes a body that names one field or section: a "
                            + "field's name, or an object with either of " + ONE);
        }
        String key = given.get(0);
        return Map.of(key, KnownKeys.text((ObjectNode) body, "The body", key).orElseThrow());
    }

    /** What was done and what was refused come together, with HTTP 200. */
    private static OperationResult written(ApiReply reply) {
        JsonNode data = reply.data();
        if (data == null || !data.isObject()) {
            // Every reply with code 0 is a success; this one does not name the fields.
            return OperationResult.of(Map.of("success", Map.of()));
        }
        JsonNode error = data.path("error");
        if (error.isContainerNode() ? !error.isEmpty() : !error.asText().isBlank()) {
            throw ApiException.details(
                            Kind.OTHER,
                            PATH + " did not do all of it; done was " + data.path("success") + ", refused was")
                    .status(200)
                    .text(shortened(error.toString()))
                    .attempts(1)
                    .build();
        }
        Map<String, Object> done = RecordMaps.map(data);
        if (data.path("success").isEmpty()) {
            done.put("success", Map.of());
        }
        return OperationResult.of(done);
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_CAP ? text : text.substring(0, TEXT_CAP) + "...";
    }

    /** By their number, also where the API writes an empty or gapless map as a list. */
    private static Map<String, Object> sections(ApiReply reply) {
        if (reply.data() != null && reply.data().isObject()) {
            return RecordMaps.map(reply.data());
        }
        Map<String, Object> sections = new LinkedHashMap<>();
        RecordParser.of(reply, PATH).forEach(section -> sections.put(Json.text(section.get("id")), section));
        return sections;
    }
}
