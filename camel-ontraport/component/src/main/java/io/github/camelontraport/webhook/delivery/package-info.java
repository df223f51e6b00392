/**
 * One delivery: parsing a JSON or form body into a tree, reading event and record from it, and the key that recognises
 * a repeat. Malformed bodies are rejected with an HTTP status.
 */
package io.github.camelontraport.webhook.delivery;
