/** Keeps the account in a data file between two runs. */
package io.github.camelontraport.sandbox.storage;
