package io.github.camelontraport.operation.record;

import static io.github.camelontraport.operation.call.OperationRetryRule.ALWAYS;
import static io.github.camelontraport.operation.call.OperationRetryRule.NEVER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.JsonFields;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.operation.call.UpsertRetryRule;
import io.github.camelontraport.value.BodyReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Writes one record: create, upsert, update. */
public final class RecordWrites {

    static final ApiCall CREATE = ApiCall.call("POST", "/objects", Encoding.JSON, RequestGuards.FIELDS, NEVER)
            .at(ObjectType::createPath);
    static final ApiCall UPSERT =
            ApiCall.call("POST", "/objects/saveorupdate", Encoding.JSON, RequestGuards.FIELDS, UpsertRetryRule.RULE);
    static final ApiCall UPDATE = ApiCall.call("PUT", "/objects", Encoding.JSON, RequestGuards.FIELDS_OF_ONE, ALWAYS)
            .at(ObjectType::updatePath);
    static final ApiCall CREATE_MESSAGE = ApiCall.call("POST", "/message", Encoding.FORM, RequestGuards.FIELDS, NEVER);
    static final ApiCall UPDATE_MESSAGE = ApiCall.call("PUT", "/message", Encoding.FORM, RequestGuards.ONE, ALWAYS);

    /** All that are made of records in JSON. */
    public static final List<ApiCall> CALLS = List.of(UPSERT, CREATE, UPDATE);

    private static final String GENERIC = "/objects";
    private static final String OBJECT_ID = "objectID";

    private RecordWrites() {}

    static CompletionStage<OperationResult> create(OperationContext context) {
        return fields(context, Capability.CREATE)
                .thenCompose(fields -> create(context, fields))
                .thenCompose(context::mappedReply);
    }

    /**
     * Makes a record. The result is in wire form.
     *
     * @param fields in wire form
     */
    public static CompletionStage<OperationResult> create(OperationContext context, ObjectNode fields) {
        ApiCall call = context.type().formEncoded() ? CREATE_MESSAGE : CREATE;
        return send(context, call, fields, reply -> {
            OperationResult result = written(context, call, reply);
            if (result.objectId() == null) {
                throw RecordParser.unexpected(call.pathFor(context.type()), "no id of the new record");
            }
            return result;
        });
    }

    static CompletionStage<OperationResult> upsert(OperationContext context) {
        return fields(context, Capability.UPSERT)
                .thenCompose(fields -> {
                    if (context.parameters().flag(Parameter.IGNORE_BLANKS)) {
                        fields.put("ignore_blanks", true);
                    }
                    if (UpsertRetryRule.cannotMerge(context.type(), fields)) {
                        context.mapper().reporter().missingMergeKey();
                    }
                    return upsert(context, fields);
                })
                .thenCompose(context::mappedReply);
    }

    /**
     * Makes a record, or changes the one that has the same merge key. The result is in wire form.
     *
     * @param fields in wire form
     */
    public static CompletionStage<OperationResult> upsert(OperationContext context, ObjectNode fields) {
        return send(context, UPSERT, fields, reply -> written(context, UPSERT, reply)
                .withCreated(created(context, reply)));
    }

    static CompletionStage<OperationResult> update(OperationContext context) {
        return fields(context, Capability.UPDATE)
                .thenCompose(fields -> updateNamed(context, fields))
                .thenCompose(context::mappedReply);
    }

    private static CompletionStage<OperationResult> updateNamed(OperationContext context, ObjectNode fields) {
        Optional<Parameter> given = context.parameters().oneOf(Parameter.RECORD_ID, Parameter.UNIQUE_ID);
        Optional<Long> idOfBody = context.idIn(fields);
        fields.remove(List.of("id", context.type().idField()));
        if (given.equals(Optional.of(Parameter.RECORD_ID))) {
            fields.put("id", context.parameters().number(Parameter.RECORD_ID).orElseThrow());
        } else if (given.isPresent()) {
            TypeFieldRules.refuseUniqueId(context.type());
            fields.put(
                    "unique_id", context.parameters().text(Parameter.UNIQUE_ID).orElseThrow());
        } else if (idOfBody.isPresent()) {
            fields.put("id", idOfBody.get());
        } else if (!JsonFields.hasText(fields, "unique_id")) {
            throw new InvalidInputException(
                    "Operation update needs the record: give recordId or uniqueId, " + "or an id in the body");
        }
        return update(context, fields);
    }

    /**
     * Changes the record with the id. The result is in wire form.
     *
     * @param fields in wire form, without the id
     */
    public static CompletionStage<OperationResult> update(OperationContext context, long id, ObjectNode fields) {
        return update(context, fields.deepCopy().put("id", id));
    }

    private static CompletionStage<OperationResult> update(OperationContext context, ObjectNode fields) {
        ApiCall call = context.type().formEncoded() ? UPDATE_MESSAGE : UPDATE;
        String id = fields.path("id").asText(null);
        return send(context, call, fields, reply -> updated(context, call, reply, id));
    }

    /** Sends the fields, and looks for those that the API dropped. */
    private static CompletionStage<OperationResult> send(
            OperationContext context, ApiCall call, ObjectNode fields, Function<ApiReply, OperationResult> reader) {
        Collection<String> sent = DroppedFields.sent(context, fields);
        return context.send(call, parameters(context, call, fields), reader)
                .thenCompose(result -> DroppedFields.named(context, sent, result));
    }

    /** The changed fields; where the API only acknowledges, by a text, a number or nothing, it was still done. */
    private static OperationResult updated(OperationContext context, ApiCall call, ApiReply reply, String id) {
        JsonNode data = reply.data();
        if (data == null || data.isValueNode() || data.isEmpty()) {
            return OperationResult.acknowledged(data, id).withBody(null);
        }
        return written(context, call, reply);
    }

    private static CompletionStage<ObjectNode> fields(OperationContext context, Capability capability) {
        Map<String, Object> record = BodyReader.record(context.parameters().body());
        return TypeFieldRules.mapped(context, record).thenApply(mapped -> {
            ObjectNode fields = TypeFieldRules.of(context, capability, mapped);
            if (fields.isEmpty()) {
                throw new InvalidInputException("The message body holds no fields to write: give a Map, a JSON object, "
                        + "a JsonNode or a bean; fields that are null are left out");
            }
            return fields;
        });
    }

    /** The fields, behind the type where the path does not name it. */
    private static ObjectNode parameters(OperationContext context, ApiCall call, ObjectNode fields) {
        if (!call.pathFor(context.type()).startsWith(GENERIC)) {
            return fields;
        }
        JsonNode given = fields.remove(OBJECT_ID);
        if (given != null && !given.asText().equals(context.typeId())) {
            throw new InvalidInputException(
                    "The body's objectID " + given.asText() + " is not that of the endpoint, " + context.typeId());
        }
        return context.typeParameters().setAll(fields);
    }

    private static OperationResult written(OperationContext context, ApiCall call, ApiReply reply) {
        Map<String, Object> record =
                attributes(RecordParser.one(reply, call.pathFor(context.type())).orElse(null));
        return record == null
                ? OperationResult.of(null)
                : OperationResult.record(record, RecordMaps.id(record, context.type()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(Map<String, Object> data) {
        return data != null && data.get("attrs") instanceof Map<?, ?> attributes
                ? (Map<String, Object>) attributes
                : data;
    }

    /**
     * The shape of the reply is the only sign: changed fields under {@code attrs} when merged, a flat record with an
     * id when created. Tags are answered flat either way, and without an id the server has only put it off. A record that
     * a repeat merges may have been created by the attempt whose reply was lost.
     */
    private static Boolean created(OperationContext context, ApiReply reply) {
        if (reply.value() instanceof Map<?, ?> data && data.get("attrs") instanceof Map) {
            return reply.afterUnknownOutcome() ? null : false;
        }
        boolean flatEitherWay = context.type().equals(ObjectTypes.TAG);
        boolean hasId = reply.value() instanceof Map<?, ?>
                && RecordParser.id(RecordParser.one(reply, GENERIC).orElse(Map.of()), context.type())
                        .isPresent();
        return (flatEitherWay || !hasId) ? null : true;
    }
}
