package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What came of an operation.
 *
 * @param keepsBody       whether the message body stays as it was
 * @param body            the new body otherwise; may be {@code null}
 * @param objectId        the record's id; {@code null} when there is none
 * @param created         whether an upsert made a new record; {@code null} when unknown or no upsert
 * @param count           how many records; {@code null} when not counted
 * @param acknowledgement the API's word of acknowledgement; {@code null} when it said nothing
 * @param unknownFields   keys that were sent and that the account does not have
 */
public record OperationResult(
        boolean keepsBody,
        Object body,
        String objectId,
        Boolean created,
        Long count,
        String acknowledgement,
        List<String> unknownFields) {

    private OperationResult(
            boolean keepsBody, Object body, String objectId, Boolean created, Long count, String acknowledgement) {
        this(keepsBody, body, objectId, created, count, acknowledgement, List.of());
    }

    public static OperationResult of(Object body) {
        return new OperationResult(false, body, null, null, null, null);
    }

    public static OperationResult counted(Object body, Long count) {
        return new OperationResult(false, body, null, null, count, null);
    }

    public static OperationResult record(Object body, String id) {
        return new OperationResult(false, body, id, null, null, null);
    }

    /** Text, a number or nothing: whatever comes with {@code code} 0 is a success. */
    public static OperationResult acknowledged(JsonNode data, String objectId) {
        String word = data == null || data.isNull() || data.isContainerNode() ? null : data.asText();
        return new OperationResult(true, null, objectId, null, null, word);
    }

    /** Nothing was to be done, so nothing was sent. */
    static OperationResult nothingToDo() {
        return new OperationResult(true, null, null, null, 0L, null);
    }

    public OperationResult withBody(Object body) {
        return new OperationResult(false, body, objectId, created, count, acknowledgement, unknownFields);
    }

    public OperationResult withCount(long count) {
        return new OperationResult(keepsBody, body, objectId, created, count, acknowledgement, unknownFields);
    }

    public OperationResult withObjectId(String objectId) {
        return new OperationResult(keepsBody, body, objectId, created, count, acknowledgement, unknownFields);
    }

    public OperationResult withCreated(Boolean created) {
        return new OperationResult(keepsBody, body, objectId, created, count, acknowledgement, unknownFields);
    }

    public OperationResult withUnknownFields(List<String> unknownFields) {
        return new OperationResult(keepsBody, body, objectId, created, count, acknowledgement, unknownFields);
    }
}
