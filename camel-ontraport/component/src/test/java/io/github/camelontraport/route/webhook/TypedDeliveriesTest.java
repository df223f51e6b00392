package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.TypedAccount;
import org.junit.jupiter.api.Test;

/** Webhook deliveries in the words of people. */
class TypedDeliveriesTest extends WebhookTestSupport {

    private static final String BODY = "webhook_id=6&object_type_id=0&event%5Btype%5D=object_create"
            + "&event%5Bobject_type_id%5D=0&data%5Bid%5D=212&data%5Bf1558%5D=2&data%5Bf1560%5D=1&timestamp=1762506100";

    private void listenTyped(String options) throws Exception {
        TypedAccount.onContacts(sandbox());
        listen(uri("contacts?event=created&webhookAutoRegister=false&webhookVerifyToken=" + TOKEN + options));
    }

    @Test
    void aDeliveryHasTypedValuesAndLabels() throws Exception {
        listenTyped("&fieldFormat=typed&fieldNames=label");

        assertThat(status(url() + "?token=" + TOKEN, FORM, BODY)).isEqualTo(200);

        assertThat(record(got.get(0)))
                .containsEntry("id", "212")
                .containsEntry("Favourite colour", "Blue")
                .containsEntry("Newsletter", true);
    }

    @Test
    void aDeliveryComesAgainWhenMetadataCannotBeRead() throws Exception {
        listenTyped("&fieldFormat=typed&maxRetries=0");
        sandbox().faults().on("GET", "/objects/meta").status(500, "down");

        assertThat(status(url() + "?token=" + TOKEN, FORM, BODY)).isEqualTo(503);
        assertThat(got).isEmpty();
        assertThat(status(url() + "?token=" + TOKEN, FORM, BODY)).isEqualTo(200);
        assertThat(record(got.get(0))).containsEntry("f1558", "Blue");
    }
}
