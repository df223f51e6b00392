package io.github.camelontraport.poll.keyset;

import java.util.Map;

/**
 * A row that a poll read.
 *
 * @param position its place in the order that is polled
 * @param before   no row between this place and the row's own remains to be read by the same scan
 * @param open     whether its content may still change at the same position, as its second had not settled when the row
 *                 was read
 */
record ScannedRow(Map<String, Object> record, long id, Position position, Position before, boolean open) {}
