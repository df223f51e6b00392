/**
 * What the endpoints of one account share: HTTP client, rate limiter, metadata, counters and meters. A
 * {@link io.github.camelontraport.account.ClientRegistry} belongs to a component and opens clients for its endpoints.
 */
package io.github.camelontraport.account;
