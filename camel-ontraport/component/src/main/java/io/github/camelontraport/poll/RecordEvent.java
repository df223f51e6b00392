package io.github.camelontraport.poll;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happened to a record, to be delivered.
 *
 * @param id          the record's
 * @param body        what the message carries; {@code null} when a tagged record is gone
 * @param time        when it happened, as far as the API tells
 * @param deliveryKey the same for the same occurrence whenever it is delivered again
 * @param tagId       the tag that the record got
 */
public record RecordEvent(long id, Object body, Optional<Instant> time, String deliveryKey, OptionalLong tagId) {}
