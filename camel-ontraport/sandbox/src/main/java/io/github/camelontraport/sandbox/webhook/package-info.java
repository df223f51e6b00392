/** Delivers events of the account to webhook subscriptions, and logs the deliveries. */
package io.github.camelontraport.sandbox.webhook;
