/**
 * The operations subscribeWebhook and unsubscribeWebhook. {@link
 * io.github.camelontraport.operation.webhook.WebhookOperations} holds their rows.
 */
package io.github.camelontraport.operation.webhook;
