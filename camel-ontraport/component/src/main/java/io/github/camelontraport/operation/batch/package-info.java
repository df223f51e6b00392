/**
 * Batches equal requests of concurrent exchanges into calls for many records. {@link
 * io.github.camelontraport.operation.batch.BatchingPolicy} is what an exchange uses; it knows no operation and no exchange.
 */
package io.github.camelontraport.operation.batch;
