/** Data types that messages of the component can be transformed into. Camel finds them by name. */
package io.github.camelontraport.transform;
