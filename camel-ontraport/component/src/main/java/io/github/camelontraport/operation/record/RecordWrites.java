package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.FormEncoding;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.UnreadableReply;
import io.github.camelontraport.operation.UpsertRetryRule;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Writes one record: create, upsert, update. */
final class RecordWrites {

    private static final String GENERIC = "/objects";
    private static final String OBJECT_ID = "objectID";

    private RecordWrites() {}

    static CompletionStage<OperationResult> create(OperationContext task) {
        ObjectNode fields = fields(task, Capability.CREATE);
        String path = task.type().createPath();
        return UnreadableReply.of(
                RetryRule.NEVER,
                task,
                task.call(ApiRequest.write("POST", path, body(task.type(), path, fields), RetryRule.NEVER))
                        .thenApply(reply -> {
                            OperationResult outcome = written(task, path, reply);
                            if (outcome.objectId() == null) {
                                throw RecordParser.unexpected(path, "no id of the new record");
                            }
                            return outcome;
                        }));
    }

    static CompletionStage<OperationResult> upsert(OperationContext task) {
        ObjectNode fields = fields(task, Capability.UPSERT);
        if (task.inputs().flag(Parameter.IGNORE_BLANKS)) {
            fields.put("ignore_blanks", true);
        }
        String path = GENERIC + "/saveorupdate";
        RetryRule repeat = UpsertRetryRule.rule(task.type(), fields, task);
        return UnreadableReply.of(
                repeat,
                task,
                task.call(ApiRequest.write("POST", path, body(task.type(), path, fields), repeat))
                        .thenApply(reply -> written(task, path, reply).withCreated(created(task, reply))));
    }

    static CompletionStage<OperationResult> update(OperationContext task) {
        ObjectNode fields = fields(task, Capability.UPDATE);
        Optional<Parameter> given = task.inputs().oneOf(Parameter.RECORD_ID, Parameter.UNIQUE_ID);
        Optional<Long> idOfBody = task.idIn(fields);
        fields.remove(List.of("id", task.type().idField()));
        if (given.equals(Optional.of(Parameter.RECORD_ID))) {
            fields.put("id", task.inputs().number(Parameter.RECORD_ID).orElseThrow());
        } else if (given.isPresent()) {
            TypeFieldRules.refuseUniqueId(task.type());
            fields.put("unique_id", task.inputs().text(Parameter.UNIQUE_ID).orElseThrow());
        } else if (idOfBody.isPresent()) {
            fields.put("id", idOfBody.get());
        } else if (!UpsertRetryRule.has(fields, "unique_id")) {
            throw new InvalidInputException(
                    "Operation update needs the record: give recordId or uniqueId, " + "or an id in the body");
        }
        String path = task.type().updatePath();
        return UnreadableReply.of(
                RetryRule.ALWAYS,
                task,
                task.call(ApiRequest.write("PUT", path, body(task.type(), path, fields), RetryRule.ALWAYS))
                        .thenApply(reply ->
                                updated(task, path, reply, fields.path("id").asText(null))));
    }

    /** What was changed; where the API only acknowledges, by a word, a number or nothing, it was still done. */
    private static OperationResult updated(OperationContext task, String path, ApiReply reply, String id) {
        JsonNode data = reply.data();
        if (data == null || data.isValueNode() || data.isEmpty()) {
            return OperationResult.acknowledged(data, id).withBody(null);
        }
        return written(task, path, reply);
    }

    private static ObjectNode fields(OperationContext task, Capability verb) {
        ObjectNode fields =
                TypeFieldRules.of(task, verb, BodyReader.record(task.inputs().body()));
        if (fields.isEmpty()) {
            throw new InvalidInputException("The message body holds no fields to write: give a Map, a JSON object, "
                    + "a JsonNode or a bean; fields that are null are left out");
        }
        return fields;
    }

    private static RequestBody body(ObjectType type, String path, ObjectNode fields) {
        if (type.formEncoded() && !path.startsWith(GENERIC)) {
            return RequestBody.form(FormEncoding.of(fields));
        }
        if (!path.startsWith(GENERIC)) {
            return RequestBody.json(fields);
        }
        JsonNode given = fields.remove(OBJECT_ID);
        if (given != null && !given.asText().equals(Integer.toString(type.id()))) {
            throw new InvalidInputException(
                    "The body's objectID " + given.asText() + " is not that of the endpoint, " + type.id());
        }
        ObjectNode body = fields.objectNode().put(OBJECT_ID, type.id());
        body.setAll(fields);
        return RequestBody.json(body);
    }

    private static OperationResult written(OperationContext task, String path, ApiReply reply) {
        JsonNode row = attributes(RecordParser.one(reply, path).orElse(null));
        return row == null
                ? OperationResult.of(null)
                : OperationResult.record(RecordMaps.map(row), RecordMaps.id(row, task.type()));
    }

    private static JsonNode attributes(JsonNode data) {
        return data != null && data.path("attrs").isObject() ? data.get("attrs") : data;
    }

    /**
     * The shape of the reply is the only sign: changed fields under {@code attrs} when merged, a flat record with an
     * id when created. Tags answer flat either way, and without an id the server has only put it off. What is merged
     * by a repeat may have been created by the attempt whose reply was lost.
     */
    private static Boolean created(OperationContext task, ApiReply reply) {
        if (reply.data() != null && reply.data().path("attrs").isObject()) {
            return reply.afterUnknownOutcome() ? null : false;
        }
        boolean flatEitherWay = "tag_id".equals(task.type().idField());
        return flatEitherWay
                        || reply.data() == null
                        || RecordParser.id(reply.data(), task.type()).isEmpty()
                ? null
                : true;
    }
}
