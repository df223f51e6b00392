package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.Receiver.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Somebody to deliver to, and a contact that things happen to. */
abstract class WebhookTestSupport extends AccountTest {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String SALE =
            """
            {'contact_id':1,'chargeNow':'chargeLog','offer':{'products':[{'id':1,'quantity':1,'total':'49.50',
            'price':[{'price':'49.50'}]}]}}""";

    final Receiver receiver = new Receiver();

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    /** Contact 1 has tag 2 but not tag 1, and there is product 1. */
    void fill() {
        sandbox.create(0, Map.of("firstname", "Zoë", "email", "zoe@example.com"));
        sandbox.create(14, Map.of("tag_name", "VIP"));
        sandbox.addTag(0, 1, "Old");
        sandbox.create(16, Map.of("name", "Workshop", "price", "49.50"));
    }

    String subscribe(String path, String event, String data) {
        return api.form("POST", "/Webhook/subscribe", "url", receiver.url(path), "event", event, "data", data)
                .data()
                .get("id")
                .asText();
    }

    static void buy(Api api) {
        api.json("POST", "/transaction/processManual", SALE);
    }

    /** What has been received once nothing is under way any more. */
    List<Received> deliveries() {
        sandbox.webhooks().awaitQuiet(PATIENCE);
        return receiver.received();
    }

    Received onlyDelivery() {
        assertThat(deliveries()).hasSize(1);
        return receiver.received().get(0);
    }
}
