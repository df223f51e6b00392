/**
 * An Ontraport account in a process, to test integrations against: {@link io.github.camelontraport.sandbox.OntraportSandbox}
 * serves the API over HTTP on the loopback interface, keeps state, enforces the rate limit and produces faults on demand.
 */
package io.github.camelontraport.sandbox;
