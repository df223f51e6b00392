/** How state is kept in files: format, atomic replacement and lock. Also which states the consumers of a context use. */
package io.github.camelontraport.state;
