/**
 * Reads collections page by page, by id, by offset or by a list of ids, and checks what the server returns.
 */
package io.github.camelontraport.api.page;
