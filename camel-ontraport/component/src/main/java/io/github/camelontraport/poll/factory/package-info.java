/** Makes the poller of an event. This is the only package that knows all kinds of pollers. */
package io.github.camelontraport.poll.factory;
