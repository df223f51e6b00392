package io.github.camelontraport.campaign.fuzz;

import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryBodyParser;
import java.io.ByteArrayInputStream;

/** Bodies of webhooks. */
final class Deliveries {

    private static final int MOST = 1024 * 1024;

    private Deliveries() {}

    static Object read(String contentType, byte[] input) {
        DeliveryBodyParser parser = new DeliveryBodyParser(contentType, null, (long) input.length, MOST);
        Delivery delivery = Delivery.parse(parser.parse(new ByteArrayInputStream(input)));
        return delivery.hasOnlyId() ? delivery.recordId() : delivery.toString();
    }
}
