package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldMetadataCache;

/**
 * The columns that records have although the metadata does not list them, such as the full name of a contact. They can be
 * read, but not written.
 *
 * @param isLastTry whether the metadata was read as lately as it may be, so that a column that it still lacks is no new field
 */
record UnlistedColumns(FieldMetadataCache cache, boolean isLastTry) {

    /** Whether records have such a column. */
    boolean contains(String name) {
        return isLastTry ? cache.isSeen(name) : cache.isUnlisted(name);
    }

    /** Whether the name may be asked for: when metadata that was read afterwards lacks it, it is no new field. */
    boolean mayBeAskedFor(String name) {
        return !cache.isNews("asked for " + name) || isLastTry;
    }
}
