/**
 * Operations on sales, transactions, purchases and orders. {@link
 * io.github.camelontraport.operation.transaction.TransactionOperations} holds their rows. Calls that move money are never
 * repeated after a failure that leaves their outcome open.
 */
package io.github.camelontraport.operation.transaction;
