/**
 * Webhooks of an Ontraport account: the URL and the token that deliveries come with, their format, and access to the API.
 * The packages below subscribe to events, parse deliveries and replay missed ones. They know neither HTTP servers nor
 * exchanges.
 */
package io.github.camelontraport.webhook;
