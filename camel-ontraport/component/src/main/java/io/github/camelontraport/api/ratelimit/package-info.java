/**
 * The rate limiter of an account: it keeps within the configured limit and the server's quota, leaves a share to other programs,
 * and pauses after HTTP 429.
 */
package io.github.camelontraport.api.ratelimit;
