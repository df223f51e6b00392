/**
 * Watching records: what happened since the last poll, in order, and how far it was told. A {@link
 * io.github.camelontraport.poll.Poller} belongs to one consumer and one thread at a time; it may block that thread while
 * it waits for the API.
 */
package io.github.camelontraport.poll;
