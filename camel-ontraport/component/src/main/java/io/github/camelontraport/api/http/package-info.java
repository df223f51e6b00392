/**
 * The transport: one HTTP request and its response. The client depends on the interface only.
 */
package io.github.camelontraport.api.http;
