package io.github.camelontraport.receiver;

import io.github.camelontraport.api.type.ObjectType;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a delivery reports besides the record.
 *
 * @param type      of the record
 * @param subject   id of the tag, form, product or object type
 * @param time      empty when the delivery has none
 * @param webhookId id of the subscription; empty when the delivery has none
 */
public record ReceivedEvent(
        ObjectType type,
        long recordId,
        long subject,
        String deliveryKey,
        Optional<Instant> time,
        OptionalLong webhookId) {}
