/** Requests and replies of the API as values, independent of HTTP and of the state of the account. */
package io.github.camelontraport.sandbox.protocol;
