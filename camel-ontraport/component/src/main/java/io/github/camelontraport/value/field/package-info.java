/**
 * What an account says about the fields of a type: labels, kinds and options. Knows nothing of requests and of Java values.
 */
package io.github.camelontraport.value.field;
