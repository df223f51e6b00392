/**
 * The operation raw: any call of the API. It takes the rows of the other operations as a list, and treats a call that equals
 * one of them as that row says.
 */
package io.github.camelontraport.operation.raw;
