package io.github.camelontraport.operation.sync;

/**
 * A row that the account does not have, or may not have.
 *
 * @param number  in the input, from 1
 * @param given   the row as the input has it
 * @param failure why it was refused
 * @param unclear whether it may have been written nevertheless
 */
public record RejectedRow(long number, Object given, RuntimeException failure, boolean unclear) {}
