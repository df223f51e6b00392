/** Helpers for completion stages. */
package io.github.camelontraport.api.async;
