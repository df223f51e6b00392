package io.github.camelontraport.transform;

import io.github.camelontraport.OntraportConstants;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Gives the messages of polls and webhooks Camel's headers of a CloudEvent. The body stays, and so do headers that are set
 * already. The id is the delivery key, so that a receiver recognises an occurrence that is delivered again.
 */
@DataTypeTransformer(
        name = "ontraport:application-cloudevents",
        description = "Adds CloudEvents headers to the messages of Ontraport consumers; the id is the delivery key")
public class CloudEventTransformer extends Transformer {

    private static final String TYPE_PREFIX = "org.apache.camel.event.ontraport.";
    private static final String SOURCE_PREFIX = "ontraport.";
    private static final String JSON = "application/json";

    @Override
    public void transform(Message message, DataType from, DataType to) {
        CloudEvent event = CloudEvents.v1_0;
        Map<String, Object> headers = message.getHeaders();
        headers.putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, event.version());
        headers.putIfAbsent(
                CloudEvent.CAMEL_CLOUD_EVENT_ID,
                text(
                        message,
                        OntraportConstants.DELIVERY_KEY,
                        message.getExchange().getExchangeId()));
        headers.putIfAbsent(
                CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE_PREFIX + text(message, OntraportConstants.EVENT, "record"));
        headers.putIfAbsent(
                CloudEvent.CAMEL_CLOUD_EVENT_SOURCE,
                SOURCE_PREFIX + text(message, OntraportConstants.OBJECT_TYPE, "account"));
        String subject = text(message, OntraportConstants.OBJECT_ID, null);
        if (subject != null) {
            headers.putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, subject);
        }
        headers.putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_TIME, time(message, event));
        headers.putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, JSON);
    }

    private static String text(Message message, String header, String otherwise) {
        return message.getHeader(header, otherwise, String.class);
    }

    /** When it happened. Where the API does not say that, when the message was made. */
    private static String time(Message message, CloudEvent event) {
        return message.getHeader(OntraportConstants.EVENT_TIME) instanceof Instant at
                ? at.toString()
                : event.getEventTime(message.getExchange());
    }
}
