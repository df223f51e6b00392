package io.github.camelontraport.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * What the API answered to a call that succeeded.
 *
 * @param data  the {@code data} of the envelope in whatever shape it came; {@code null} when there was none, as
 *              after deleting one record
 * @param count the total that a collection read with {@code count=true} reports
 * @param again whether an attempt before it may have been executed, too, so that it may answer to what that one left
 */
public record ApiReply(JsonNode data, OptionalLong count, boolean afterUnknownOutcome) {

    static final ApiReply EMPTY = new ApiReply(null, OptionalLong.empty());

    public ApiReply(JsonNode data, OptionalLong count) {
        this(data, count, false);
    }

    ApiReply afterDoubt(boolean inDoubt) {
        return new ApiReply(data, count, inDoubt);
    }
}
