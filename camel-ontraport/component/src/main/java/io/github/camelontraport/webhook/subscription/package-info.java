/**
 * The subscription of an endpoint: finding it in the account, creating, replacing and removing it, and checking it
 * periodically while the route runs. Subscriptions to other URLs are never touched.
 */
package io.github.camelontraport.webhook.subscription;
