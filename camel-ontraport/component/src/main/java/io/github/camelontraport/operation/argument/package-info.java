/**
 * The kinds of arguments that Ontraport messages, tasks and rules take: ids, numbers, codes with their words, dates. Each
 * checks a text and returns the API's form of it.
 */
package io.github.camelontraport.operation.argument;
