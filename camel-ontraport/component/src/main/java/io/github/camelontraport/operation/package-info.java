/**
 * What every operation has: its row in the table, its parameters, the records it selects, and its result. The families of
 * operations are in the packages below; {@code catalog} puts their rows into one table.
 */
package io.github.camelontraport.operation;
