package io.github.camelontraport.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * What the API answered to a call that succeeded.
 *
 * @param data  the {@code data} of the envelope in whatever shape it came; {@code null} when there was none, as
 *              after deleting one record
 * @param count the total that a collection read with {@code count=true} reports
 */
public record ApiReply(JsonNode data, OptionalLong count) {

    static final ApiReply EMPTY = new ApiReply(null, OptionalLong.empty());
}
