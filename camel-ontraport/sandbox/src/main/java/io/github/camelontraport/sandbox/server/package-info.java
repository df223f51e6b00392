/** Serves the API: HTTP, credentials, rate limit, request log, and the table of endpoints. */
package io.github.camelontraport.sandbox.server;
