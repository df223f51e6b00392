package io.github.camelontraport.sandbox.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.DeliveryReceiver.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Base class: a webhook receiver, and a contact with tags and a product. */
public abstract class WebhookScenario extends AccountTestBase {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    public static final String SALE =
            """
            {'contact_id':1,'chargeNow':'chargeLog','offer':{'products':[{'id':1,'quantity':1,'total':'49.50',
            'price':[{'price':'49.50'}]}]}}""";

    protected final DeliveryReceiver receiver = new DeliveryReceiver();

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    /** Contact 1 has tag 2 but not tag 1, and there is product 1. */
    public void fill() {
        sandbox.create(0, Map.of("firstname", "Zoë", "email", "zoe@example.com"));
        sandbox.create(14, Map.of("tag_name", "VIP"));
        sandbox.addTag(0, 1, "Old");
        sandbox.create(16, Map.of("name", "Workshop", "price", "49.50"));
    }

    public String subscribe(String path, String event, String data) {
        return api.form("POST", "/Webhook/subscribe", "url", receiver.url(path), "event", event, "data", data)
                .data()
                .get("id")
                .asText();
    }

    public static void buy(ApiClient api) {
        api.json("POST", "/transaction/processManual", SALE);
    }

    /** The received deliveries after all deliveries have ended. */
    public List<Received> deliveries() {
        sandbox.webhooks().awaitQuiet(PATIENCE);
        return receiver.received();
    }

    public Received onlyDelivery() {
        assertThat(deliveries()).hasSize(1);
        return receiver.received().get(0);
    }
}
