package io.github.camelontraport.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * What the API answered to a call that succeeded.
 *
 * @param value the {@code data} of the envelope as plain Java, in whatever shape it came: maps, lists, texts,
 *              {@link Long}s, {@link java.math.BigInteger}s, {@link java.math.BigDecimal}s, Booleans; {@code null} when
 *              there was none, as after deleting one record. Whoever made the call may keep and change it
 * @param count the total that a collection read with {@code count=true} reports
 * @param again whether an earlier attempt may have been executed too, so that the reply may be about its result
 */
public record ApiReply(Object value, OptionalLong count, boolean again) {

    static final ApiReply EMPTY = new ApiReply(null, OptionalLong.empty());

    public ApiReply(Object value, OptionalLong count) {
        this(value, count, false);
    }

    /** A new tree of the value, for short replies that are looked into; {@code null} when there was no data. */
    public JsonNode data() {
        return value == null ? null : Json.tree(value);
    }

    ApiReply afterDoubt(boolean inDoubt) {
        return new ApiReply(value, count, inDoubt);
    }
}
