/**
 * The stored state of a consumer: one readable line of JSON and large sets under keys of their own. A state that is
 * damaged or belongs to another consumer is refused and left as it is.
 */
package io.github.camelontraport.poll.checkpoint;
