/** Keeps what was read from the account, for as long as it can be relied on. */
package io.github.camelontraport.api.cache;
