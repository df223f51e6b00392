package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldMetadataCache;

/**
 * The columns that records have although the metadata does not list them, such as the full name of a contact.
 *
 * @param isLastTry whether the metadata was read as lately as it may be, so that a column that it still lacks is no new field
 */
record UnlistedColumns(FieldMetadataCache cache, boolean isLastTry) {

    /** Whether the name is certainly such a column's. */
    boolean contains(String name) {
        return isLastTry ? cache.isSeen(name) : cache.isUnlisted(name);
    }

    /** Whether records have brought the name; it may be that of a field which the metadata does not have yet. */
    boolean mayContain(String name) {
        return cache.isSeen(name);
    }
}
