/**
 * Deleted records, which the API does not report: the ids that exist are compared with those that were known.
 */
package io.github.camelontraport.poll.deleted;
