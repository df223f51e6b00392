/**
 * What Camel and applications see: component, endpoint, producer, consumer, options, headers, exceptions and state
 * repositories. The classes here map exchanges to the operations, polls and webhooks of the packages below, and back.
 */
package io.github.camelontraport;
