/**
 * The operation sync: brings rows into the account, and remembers in a ledger what was accepted. {@link
 * io.github.camelontraport.operation.sync.SyncRun} is one run.
 */
package io.github.camelontraport.operation.sync;
