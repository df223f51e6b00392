/** What traces of camel-telemetry show of the component. Used only by applications that have camel-telemetry. */
package io.github.camelontraport.telemetry;
