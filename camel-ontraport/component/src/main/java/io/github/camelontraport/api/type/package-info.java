/**
 * The table of object types: ids, names, paths, fields, and what the API can do with the records of each.
 */
package io.github.camelontraport.api.type;
