/**
 * Values of Java and values of the API: bodies are read into plain fields and ids, fields are written in wire form, and
 * replies are read into plain Java. The metadata of an account's types is cached here.
 */
package io.github.camelontraport.value;
