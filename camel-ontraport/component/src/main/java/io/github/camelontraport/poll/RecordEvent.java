package io.github.camelontraport.poll;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happened to a record, to be delivered.
 *
 * @param id          the record's id
 * @param body        the message body; {@code null} when a tagged record no longer exists
 * @param time        when it happened, as far as the API shows it
 * @param deliveryKey the same whenever the event is delivered again
 * @param tagId       the tag that the record got
 */
public record RecordEvent(long id, Object body, Optional<Instant> time, String deliveryKey, OptionalLong tagId) {}
