/** What Quarkus' Dev UI asks the running application for. Used in dev mode only. */
package io.github.camelontraport.quarkus.devui;
