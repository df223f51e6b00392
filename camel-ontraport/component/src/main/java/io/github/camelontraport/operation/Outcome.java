package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of an operation.
 *
 * @param keepsBody       whether the message body stays as it was
 * @param body            the new body otherwise; may be {@code null}
 * @param objectId        the record's id; {@code null} when there is none
 * @param created         whether an upsert made a new record; {@code null} when unknown or no upsert
 * @param count           how many records; {@code null} when not counted
 * @param acknowledgement the API's word of acknowledgement; {@code null} when it said nothing
 */
public record Outcome(
        boolean keepsBody, Object body, String objectId, Boolean created, Long count, String acknowledgement) {

    static Outcome of(Object body) {
        return new Outcome(false, body, null, null, null, null);
    }

    static Outcome counted(Object body, Long count) {
        return new Outcome(false, body, null, null, count, null);
    }

    static Outcome record(Object body, String id) {
        return new Outcome(false, body, id, null, null, null);
    }

    /** Text, a number or nothing: whatever comes with {@code code} 0 is a success. */
    static Outcome acknowledged(JsonNode data, String objectId) {
        String word = data == null || data.isNull() || data.isContainerNode() ? null : data.asText();
        return new Outcome(true, null, objectId, null, null, word);
    }

    /** Nothing was to be done, so nothing was sent. */
    static Outcome nothingToDo() {
        return new Outcome(true, null, null, null, 0L, null);
    }

    Outcome withBody(Object body) {
        return new Outcome(false, body, objectId, created, count, acknowledgement);
    }

    Outcome withCount(long count) {
        return new Outcome(keepsBody, body, objectId, created, count, acknowledgement);
    }

    Outcome withObjectId(String objectId) {
        return new Outcome(keepsBody, body, objectId, created, count, acknowledgement);
    }

    Outcome withCreated(Boolean created) {
        return new Outcome(keepsBody, body, objectId, created, count, acknowledgement);
    }
}
