package io.github.camelontraport.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * The reply to a call that succeeded.
 *
 * @param value the {@code data} of the envelope as plain Java, in whatever shape it came: maps, lists, texts,
 *              {@link Long}s, {@link java.math.BigInteger}s, {@link java.math.BigDecimal}s, Booleans; null when there was
 *              none, as after deleting one record. The caller may keep and change it
 * @param count the total that a collection read with {@code count=true} reports
 * @param afterUnknownOutcome whether an earlier attempt may have been executed, too, so that the reply may describe what
 *              that one left
 */
public record ApiReply(Object value, OptionalLong count, boolean afterUnknownOutcome) {

    static final ApiReply EMPTY = new ApiReply(null, OptionalLong.empty());

    public ApiReply(Object value, OptionalLong count) {
        this(value, count, false);
    }

    /** A new tree of the value, for short replies that are examined; null when there was no data. */
    public JsonNode data() {
        return value == null ? null : Json.tree(value);
    }

    ApiReply after(boolean unknownOutcome) {
        return new ApiReply(value, count, unknownOutcome);
    }
}
