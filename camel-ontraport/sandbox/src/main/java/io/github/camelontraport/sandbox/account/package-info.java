/** The state of the account behind one lock, and access to it past the API. */
package io.github.camelontraport.sandbox.account;
