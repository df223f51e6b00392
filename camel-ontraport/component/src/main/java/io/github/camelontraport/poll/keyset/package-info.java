/**
 * Events that are found by a growing position: created and tagged by id, updated by the second of the last change.
 * A watermark stands below everything that is not done yet; what lies above it is read again, because rows become
 * visible late.
 */
package io.github.camelontraport.poll.keyset;
