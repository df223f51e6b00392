/**
 * Replay of missed deliveries (option webhookRepair): reads the account's delivery log, finds the failed deliveries of an
 * endpoint, sends them into the route again, and reports what the log cannot prove.
 */
package io.github.camelontraport.webhook.replay;
