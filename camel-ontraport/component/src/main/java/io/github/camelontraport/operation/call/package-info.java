/**
 * The API calls that operations make, as values. An {@link io.github.camelontraport.operation.call.ApiCall} states method, path,
 * encoding, guard and retry rule of one call; operations, raw calls, documentation and tests read them from it.
 */
package io.github.camelontraport.operation.call;
