/**
 * Operations on the sequences and automations of records, and pausing those themselves. {@link
 * io.github.camelontraport.operation.sequence.SequenceOperations} holds their rows.
 */
package io.github.camelontraport.operation.sequence;
