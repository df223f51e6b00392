package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.page.Rows;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.Verb;
import io.github.camelontraport.value.Bodies;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Writes one record: create, upsert, update. */
final class RecordWrites {

    private static final String GENERIC = "/objects";
    private static final String OBJECT_ID = "objectID";

    private RecordWrites() {
    }

    static CompletionStage<Outcome> create(Task task) {
        ObjectNode fields = fields(task, Verb.CREATE);
        String path = task.type().createPath();
        return Doubt.of(RepeatRule.NEVER, task, task.call(
                ApiRequest.write("POST", path, body(task.type(), path, fields), RepeatRule.NEVER)).thenApply(reply -> {
                    Outcome outcome = written(task, path, reply);
                    if (outcome.objectId() == null) {
                        throw Rows.unexpected(path, "no id of the new record");
                    }
                    return outcome;
                }));
    }

    static CompletionStage<Outcome> upsert(Task task) {
        ObjectNode fields = fields(task, Verb.UPSERT);
        if (task.inputs().flag(Input.IGNORE_BLANKS)) {
            fields.put("ignore_blanks", true);
        }
        String path = GENERIC + "/saveorupdate";
        RepeatRule repeat = MergeKeys.rule(task.type(), fields, task);
        return Doubt.of(repeat, task, task.call(ApiRequest.write("POST", path, body(task.type(), path, fields), repeat))
                .thenApply(reply -> written(task, path, reply).withCreated(created(task, reply))));
    }

    static CompletionStage<Outcome> update(Task task) {
        ObjectNode fields = fields(task, Verb.UPDATE);
        Optional<Input> given = task.inputs().oneOf(Input.RECORD_ID, Input.UNIQUE_ID);
        Optional<Long> idOfBody = task.idIn(fields);
        fields.remove(List.of("id", task.type().idField()));
        if (given.equals(Optional.of(Input.RECORD_ID))) {
            fields.put("id", task.inputs().number(Input.RECORD_ID).orElseThrow());
        } else if (given.isPresent()) {
            TypeFields.refuseUniqueId(task.type());
            fields.put("unique_id", task.inputs().text(Input.UNIQUE_ID).orElseThrow());
        } else if (idOfBody.isPresent()) {
            fields.put("id", idOfBody.get());
        } else if (!MergeKeys.has(fields, "unique_id")) {
            throw new InvalidInputException("Operation update needs the record: give recordId or uniqueId, "
                    + "or an id in the body");
        }
        String path = task.type().updatePath();
        return Doubt.of(RepeatRule.ALWAYS, task, task.call(
                ApiRequest.write("PUT", path, body(task.type(), path, fields), RepeatRule.ALWAYS))
                .thenApply(reply -> updated(task, path, reply, fields.path("id").asText(null))));
    }

    /** What was changed; where the API only acknowledges, by a word, a number or nothing, it was still done. */
    private static Outcome updated(Task task, String path, ApiReply reply, String id) {
        JsonNode data = reply.data();
        if (data == null || data.isValueNode() || data.isEmpty()) {
            return Outcome.acknowledged(data, id).withBody(null);
        }
        return written(task, path, reply);
    }

    private static ObjectNode fields(Task task, Verb verb) {
        ObjectNode fields = TypeFields.of(task, verb, Bodies.record(task.inputs().body()));
        if (fields.isEmpty()) {
            throw new InvalidInputException("The message body holds no fields to write: give a Map, a JSON object, "
                    + "a JsonNode or a bean; fields that are null are left out");
        }
        return fields;
    }

    private static RequestBody body(ObjectType type, String path, ObjectNode fields) {
        if (type.formEncoded() && !path.startsWith(GENERIC)) {
            return RequestBody.form(FormFields.of(fields));
        }
        if (!path.startsWith(GENERIC)) {
            return RequestBody.json(fields);
        }
        JsonNode given = fields.remove(OBJECT_ID);
        if (given != null && !given.asText().equals(Integer.toString(type.id()))) {
            throw new InvalidInputException("The body's objectID " + given.asText()
                    + " is not that of the endpoint, " + type.id());
        }
        ObjectNode body = fields.objectNode().put(OBJECT_ID, type.id());
        body.setAll(fields);
        return RequestBody.json(body);
    }

    private static Outcome written(Task task, String path, ApiReply reply) {
        JsonNode row = attributes(Rows.one(reply, path).orElse(null));
        return row == null ? Outcome.of(null) : Outcome.record(Records.map(row), Records.id(row, task.type()));
    }

    private static JsonNode attributes(JsonNode data) {
        return data != null && data.path("attrs").isObject() ? data.get("attrs") : data;
    }

    /**
     * The shape of the reply is the only sign: changed fields under {@code attrs} when merged, a flat record with an
     * id when created. Tags answer flat either way, and without an id the server has only put it off. What is merged
     * by a repeat may have been created by the attempt whose reply was lost.
     */
    private static Boolean created(Task task, ApiReply reply) {
        if (reply.data() != null && reply.data().path("attrs").isObject()) {
            return reply.again() ? null : false;
        }
        boolean flatEitherWay = "tag_id".equals(task.type().idField());
        return flatEitherWay || reply.data() == null || Rows.id(reply.data(), task.type()).isEmpty() ? null : true;
    }
}
