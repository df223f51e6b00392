/**
 * Operations that every type of record has: create, upsert, update, get, search, listByTag, count, delete, deleteAll and
 * describe. {@link io.github.camelontraport.operation.record.RecordOperations} holds their rows.
 */
package io.github.camelontraport.operation.record;
