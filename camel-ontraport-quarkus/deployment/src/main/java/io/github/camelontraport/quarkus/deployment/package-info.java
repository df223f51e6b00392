/** What the extension does while an application is built, tested or developed; none of it is in the application. */
package io.github.camelontraport.quarkus.deployment;
