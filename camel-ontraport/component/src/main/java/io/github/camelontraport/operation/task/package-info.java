/**
 * Operations on Ontraport tasks: assigning them to records, completing, cancelling, rescheduling and reopening them. {@link
 * io.github.camelontraport.operation.task.TaskOperations} holds their rows.
 */
package io.github.camelontraport.operation.task;
