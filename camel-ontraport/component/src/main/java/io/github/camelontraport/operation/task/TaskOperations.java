package io.github.camelontraport.operation.task;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationAction;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.ApiCall;
import java.util.List;

/** Rows for Ontraport tasks: assigning them to records, and the later steps of a task. */
public final class TaskOperations {

    public static final List<Operation> ROWS = List.of(
            row(TaskAssignment.OPERATION, Capability.ASSIGN_TASK, TaskAssignment.CALL, TaskAssignment::run),
            row(TaskActions.COMPLETE, Capability.WORK_ON_TASK, TaskActions.COMPLETE_CALL, TaskActions::complete),
            row(TaskActions.CANCEL, Capability.WORK_ON_TASK, TaskActions.CANCEL_CALL, TaskActions::cancel),
            row(TaskActions.RESCHEDULE, Capability.WORK_ON_TASK, TaskActions.RESCHEDULE_CALL, TaskActions::reschedule),
            row(TaskActions.REOPEN, Capability.WORK_ON_TASK, TaskActions.REOPEN_CALL, TaskActions::reopen));

    private TaskOperations() {}

    private static Operation row(String name, Capability capability, ApiCall call, OperationAction action) {
        return Operation.of(name, capability, ReplyShape.ACKNOWLEDGEMENT, action, call)
                .reads(Parameter.IDS, Parameter.RECORD_ID);
    }
}
