package io.github.camelontraport.operation.task;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationAction;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.ApiCall;
import java.util.List;

/** Rows for Ontraport tasks: assigning them to records, and the later steps of a task. */
public final class TaskOperations {

    private static final int CONTACT = 0;
    private static final int TASK = 1;
    private static final int DEAL = 149;
    private static final int COMPANY = 150;

    public static final List<Operation> ROWS = List.of(
            row(TaskAssignment.OPERATION, TaskAssignment.CALL, TaskAssignment::run)
                    .only(CONTACT, DEAL, COMPANY, ObjectType.FIRST_CUSTOM_ID),
            row(TaskActions.COMPLETE, TaskActions.COMPLETE_CALL, TaskActions::complete)
                    .only(TASK),
            row(TaskActions.CANCEL, TaskActions.CANCEL_CALL, TaskActions::cancel)
                    .only(TASK),
            row(TaskActions.RESCHEDULE, TaskActions.RESCHEDULE_CALL, TaskActions::reschedule)
                    .only(TASK),
            row(TaskActions.REOPEN, TaskActions.REOPEN_CALL, TaskActions::reopen)
                    .only(TASK));

    private TaskOperations() {}

    private static Operation row(String name, ApiCall call, OperationAction action) {
        return Operation.of(name, Capability.UPDATE, ReplyShape.ACKNOWLEDGEMENT, action, call)
                .reads(Parameter.IDS, Parameter.RECORD_ID);
    }
}
