/**
 * Operations on the custom fields of a type: readFields, createFields, updateFields, deleteField. {@link
 * io.github.camelontraport.operation.field.FieldOperations} holds their rows.
 */
package io.github.camelontraport.operation.field;
