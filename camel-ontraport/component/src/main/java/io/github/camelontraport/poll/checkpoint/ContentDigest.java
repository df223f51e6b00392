package io.github.camelontraport.poll.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.value.ValueDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Short fingerprints: equal for equal content, whatever the order of fields, in every process. */
public final class ContentDigest {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final int BYTES = 8;
    /** Tags, subscriptions and activity of contacts, which do not date the contact anew. */
    private static final Set<String> MOVING = Set.of(
            "contact_cat", "updateSequence", "updateCampaign", "dla", "time_since_dla", "grade", "last_inbound_sms");

    private ContentDigest() {}

    /** Of what a change of the record changes: not what moves by itself, nor what belongs to related records. */
    public static String of(JsonNode record) {
        Map<String, Object> content = ValueDecoder.map(record);
        content.keySet().removeIf(field -> MOVING.contains(field) || field.contains("//"));
        try {
            return of(SORTED.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was JSON is no more", e);
        }
    }

    static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
