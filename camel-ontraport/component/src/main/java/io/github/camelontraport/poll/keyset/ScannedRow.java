package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row that a poll read.
 *
 * @param position where it stands in the order that is polled: its id, or the second of its last change
 * @param open     whether it may still change without its position moving, as its second had not settled when it was read
 */
record ScannedRow(JsonNode record, long id, long position, boolean open) {}
