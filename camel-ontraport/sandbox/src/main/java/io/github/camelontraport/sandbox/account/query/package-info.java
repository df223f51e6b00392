/** Selection of records: conditions, search, groups, ids, pages and lists of fields. */
package io.github.camelontraport.sandbox.account.query;
