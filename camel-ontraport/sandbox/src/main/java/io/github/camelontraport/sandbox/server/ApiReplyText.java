package io.github.camelontraport.sandbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the account answers: a status and a body, which is JSON on success and a bare sentence on failure. */
public record ApiReplyText(int status, String contentType, String body) {

    static final int ACCOUNT_ID = 4711;

    private static final String JSON = "application/json";
    private static final String TEXT = "text/html;charset=UTF-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static ApiReplyText text(int status, String sentence) {
        return new ApiReplyText(status, TEXT, sentence);
    }

    public static ApiReplyText json(int status, String json) {
        return new ApiReplyText(status, JSON, json);
    }

    /** Success of the operations that answer no {@code data} at all. */
    static ApiReplyText done() {
        return envelope(Map.of());
    }

    static ApiReplyText data(Object data) {
        return envelope(Map.of("data", data));
    }

    /** @param count the total, or null when nobody asked for it */
    static ApiReplyText collection(List<Map<String, Object>> records, Integer count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("data", records);
        if (count != null) {
            members.put("count", count.toString());
        }
        members.put("misc", List.of());
        return envelope(members);
    }

    ApiReplyText cutInHalf() {
        return new ApiReplyText(status, contentType, body.substring(0, body.length() / 2));
    }

    private static ApiReplyText envelope(Map<String, Object> members) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", 0);
        envelope.putAll(members);
        envelope.put("account_id", ACCOUNT_ID);
        try {
            return json(200, MAPPER.writeValueAsString(envelope));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
