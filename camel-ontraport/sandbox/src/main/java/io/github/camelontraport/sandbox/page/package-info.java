/** The web page at the root of the server: what happens in the account, for people. It asks for no credentials, and shows none. */
package io.github.camelontraport.sandbox.page;
