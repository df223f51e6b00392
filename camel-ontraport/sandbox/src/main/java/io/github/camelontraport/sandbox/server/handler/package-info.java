/** Executes requests, one class for each family of endpoints. */
package io.github.camelontraport.sandbox.server.handler;
