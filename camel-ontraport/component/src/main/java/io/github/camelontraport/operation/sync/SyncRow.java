package io.github.camelontraport.operation.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row that can be written.
 *
 * @param number in the input, from 1
 * @param given  as the input has it
 * @param fields in wire form
 * @param sent   the key as it is sent; {@code null} for a row without one
 * @param key    by which rows and records are compared; {@code null} likewise
 * @param hash   of the fields; equal for equal fields, whatever their order
 */
record SyncRow(long number, Object given, ObjectNode fields, String sent, String key, String hash) {}
