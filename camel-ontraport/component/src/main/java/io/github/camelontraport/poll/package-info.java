/**
 * Polling for what happened to records: which events there are, which records a consumer watches, and what it delivers.
 * A {@link io.github.camelontraport.poll.Poller} finds the events; the packages below hold its two kinds, by growing
 * positions and by comparing ids, and the stored state.
 */
package io.github.camelontraport.poll;
