/** Sections, columns and options of custom fields, as the field editor of the API shows and changes them. */
package io.github.camelontraport.sandbox.account.field;
