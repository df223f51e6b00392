/**
 * The table of operations: the rows of all families in one list, with what is done with any of them. {@link
 * io.github.camelontraport.operation.catalog.Operations} is where a row is found by its name.
 */
package io.github.camelontraport.operation.catalog;
