package io.github.camelontraport;

import io.github.camelontraport.webhook.WebhookFormat;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options of webhooks, in {@code from("webhook:ontraport:...")}.
 */
@UriParams
@Configurer(extended = true)
public class OntraportWebhookConfiguration {

    @UriParam(label = "consumer,webhook", description = "For event=formSubmitted: id or name of the form.")
    private String formId;

    @UriParam(
            label = "consumer,webhook",
            description = "For event=productPurchased or transactionCreated: id or name of the product.")
    private String productId;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "full",
            description =
                    "How much of the record Ontraport sends: full, lightweight (of contacts id, name and e-mail address)"
                            + " or notify (the id). With full, a record that comes with only its id is read.")
    private WebhookFormat webhookFormat = WebhookFormat.full;

    @UriParam(
            label = "consumer,webhook,security",
            secret = true,
            description =
                    "Secret in the URL of the subscription: 16 or more letters, digits, dots, hyphens, underscores and tildes."
                            + " Ontraport does not sign deliveries; what comes without the secret is answered with 403. Without one, anyone"
                            + " who knows the URL can make up deliveries.")
    private String webhookVerifyToken;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "1048576",
            description = "Most bytes that a delivery may have. A larger one is answered with 413.")
    private int webhookMaxBodySize = 1_048_576;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "true",
            description =
                    "Whether the subscription stays when the route stops, so that Ontraport notes down what it could not"
                            + " deliver meanwhile. Otherwise it is removed.")
    private boolean webhookKeepSubscription = true;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "false",
            description = "Whether missed deliveries are read back from Ontraport's log when the route starts. Needs"
                    + " idempotentRepository.")
    private boolean webhookRepair;

    @UriParam(
            label = "consumer,webhook",
            description =
                    "Remembers deliveries, so that one that comes again is answered without going through the route."
                            + " The key is that of the header CamelOntraportDeliveryKey.")
    private IdempotentRepository idempotentRepository;

    public String getFormId() {
        return formId;
    }

    public void setFormId(String formId) {
        this.formId = formId;
    }

    public String getProductId() {
        return productId;
    }

    public void setProductId(String productId) {
        this.productId = productId;
    }

    public WebhookFormat getWebhookFormat() {
        return webhookFormat;
    }

    public void setWebhookFormat(WebhookFormat webhookFormat) {
        this.webhookFormat = webhookFormat;
    }

    public String getWebhookVerifyToken() {
        return webhookVerifyToken;
    }

    public void setWebhookVerifyToken(String webhookVerifyToken) {
        this.webhookVerifyToken = webhookVerifyToken;
    }

    public int getWebhookMaxBodySize() {
        return webhookMaxBodySize;
    }

    public void setWebhookMaxBodySize(int webhookMaxBodySize) {
        this.webhookMaxBodySize = webhookMaxBodySize;
    }

    public boolean isWebhookKeepSubscription() {
        return webhookKeepSubscription;
    }

    public void setWebhookKeepSubscription(boolean webhookKeepSubscription) {
        this.webhookKeepSubscription = webhookKeepSubscription;
    }

    public boolean isWebhookRepair() {
        return webhookRepair;
    }

    public void setWebhookRepair(boolean webhookRepair) {
        this.webhookRepair = webhookRepair;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }
}
