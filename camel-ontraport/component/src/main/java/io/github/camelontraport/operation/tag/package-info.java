/**
 * The operations tag and untag. {@link io.github.camelontraport.operation.tag.TagOperations} holds their rows.
 */
package io.github.camelontraport.operation.tag;
