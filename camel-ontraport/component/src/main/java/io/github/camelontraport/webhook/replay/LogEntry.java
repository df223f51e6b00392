package io.github.camelontraport.webhook.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryBodyParser;
import io.github.camelontraport.webhook.delivery.RejectedDeliveryException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the delivery log.
 *
 * @param delivery  the delivery; empty when the log does not hold its payload or the payload cannot be parsed
 * @param succeeded whether it was answered with success; empty when the log has no status
 */
record LogEntry(long id, Optional<Delivery> delivery, Optional<Boolean> succeeded) {

    private static final Pattern SUCCESS = Pattern.compile("(?i)2\\d\\d\\b.*|success.*|ok|true");

    static LogEntry of(long id, JsonNode row, Map<LogField, String> names) {
        return new LogEntry(
                id,
                value(row, names, LogField.PAYLOAD).flatMap(LogEntry::delivery),
                value(row, names, LogField.STATUS)
                        .map(status -> SUCCESS.matcher(status.asText()).matches()));
    }

    private static Optional<JsonNode> value(JsonNode row, Map<LogField, String> names, LogField field) {
        return Optional.ofNullable(names.get(field)).map(row::get).filter(value -> !value.isNull());
    }

    private static Optional<Delivery> delivery(JsonNode payload) {
        try {
            return Optional.of(Delivery.parse(DeliveryBodyParser.parseLogged(payload)));
        } catch (RejectedDeliveryException e) {
            return Optional.empty();
        }
    }

    /** An entry without a status counts as missed. */
    boolean isMissed() {
        return !succeeded.orElse(false);
    }
}
