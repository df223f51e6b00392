/**
 * The client of the Ontraport API: it sends requests, repeats them where that is safe, and reads the envelope of replies.
 * It knows nothing of Camel.
 */
package io.github.camelontraport.api;
