package io.github.camelontraport.poll.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.api.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Short fingerprints: equal for equal content, whatever the order of fields, in every process. */
public final class ContentDigest {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final int BYTES = 8;
    /** Tags, subscriptions and activity of contacts, which change without a new time of change. */
    private static final Set<String> VOLATILE = Set.of(
            "contact_cat", "updateSequence", "updateCampaign", "dla", "time_since_dla", "grade", "last_inbound_sms");

    private ContentDigest() {}

    /** Of the fields that a change of the record changes: without volatile ones, and without those of related records. */
    public static String of(Map<String, Object> record) {
        Map<String, Object> content = new LinkedHashMap<>(record);
        content.keySet().removeIf(field -> VOLATILE.contains(field) || field.contains("//"));
        try {
            return of(SORTED.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that was read from JSON cannot be written as JSON", e);
        }
    }

    static String of(String text) {
        return Sha256.hex(text, BYTES);
    }
}
