/**
 * The Camel side of webhooks: accepts parsed deliveries for a route, deduplicates them, dispatches them into the route,
 * schedules replays of missed ones, and reports health. Endpoints supply what it needs through {@link
 * io.github.camelontraport.receiver.ReceiverEndpoint}.
 */
package io.github.camelontraport.receiver;
