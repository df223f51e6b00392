/**
 * The transport: one HTTP request and its response, over Apache HttpClient 5. The client depends on the interface only.
 */
package io.github.camelontraport.api.http;
