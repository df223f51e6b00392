/** Planned faults of requests and deliveries, and switches for deviations from the documented API. */
package io.github.camelontraport.sandbox.fault;
