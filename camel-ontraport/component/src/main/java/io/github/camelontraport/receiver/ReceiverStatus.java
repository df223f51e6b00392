package io.github.camelontraport.receiver;

import io.github.camelontraport.webhook.subscription.SubscriptionStatus;

/**
 * What a receiver of webhooks does, for people. Holds no secret.
 *
 * @param name endpoint and path
 * @param url  where Ontraport sends to, without the token
 */
public record ReceiverStatus(String name, String url, SubscriptionStatus subscription) {}
