/**
 * An Ontraport account in a process, for tests of integrations. {@link io.github.camelontraport.sandbox.OntraportSandbox} serves
 * the API over HTTP on the loopback interface, keeps state, enforces the rate limit and produces faults on demand. This
 * package is the public API; its sub-packages are internal.
 */
package io.github.camelontraport.sandbox;
