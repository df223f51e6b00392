/** Records of all types: storage with versions, field values, unique values and groups. */
package io.github.camelontraport.sandbox.account.record;
