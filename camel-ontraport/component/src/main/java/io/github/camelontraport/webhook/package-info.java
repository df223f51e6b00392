/**
 * Being told by webhooks: the subscription at Ontraport, what a delivery must look like, what it says, and what the log of
 * deliveries tells of those that were missed. Knows neither HTTP servers nor exchanges.
 */
package io.github.camelontraport.webhook;
