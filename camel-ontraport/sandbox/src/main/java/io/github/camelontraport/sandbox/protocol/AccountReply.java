package io.github.camelontraport.sandbox.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reply of the account. The body is JSON on success and one sentence on failure. */
public record AccountReply(int status, String contentType, String body) {

    static final int ACCOUNT_ID = 4711;

    public static final AccountReply RATE_LIMITED = text(429, "Rate limit exceeded");

    private static final String JSON = "application/json";
    private static final String TEXT = "text/html;charset=UTF-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static AccountReply text(int status, String sentence) {
        return new AccountReply(status, TEXT, sentence);
    }

    public static AccountReply json(int status, String json) {
        return new AccountReply(status, JSON, json);
    }

    /** The reply of operations that return no {@code data}. */
    public static AccountReply done() {
        return envelope(Map.of());
    }

    public static AccountReply data(Object data) {
        return envelope(Map.of("data", data));
    }

    /** @param count the total, null when not asked for */
    public static AccountReply collection(List<Map<String, Object>> records, Integer count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("data", records);
        if (count != null) {
            members.put("count", count.toString());
        }
        members.put("misc", List.of());
        return envelope(members);
    }

    public AccountReply withoutBody() {
        return new AccountReply(status, contentType, "");
    }

    public AccountReply cutInHalf() {
        return new AccountReply(status, contentType, body.substring(0, body.length() / 2));
    }

    private static AccountReply envelope(Map<String, Object> members) {
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
