/** Logging that cannot break its caller. */
package io.github.camelontraport.api.log;
