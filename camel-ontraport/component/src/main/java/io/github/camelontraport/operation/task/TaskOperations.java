package io.github.camelontraport.operation.task;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Rows for tasks: assigning them to records, and what happens to them then. */
public final class TaskOperations {

    public static final List<Operation> ROWS = List.of(
            row(TaskActions.ASSIGN, "/task/assign", Capability.ASSIGN_TASK, NO, TaskActions::assign),
            row(TaskActions.COMPLETE, "/task/complete", Capability.WORK_ON_TASK, NO, TaskActions::complete),
            row(TaskActions.CANCEL, "/task/cancel", Capability.WORK_ON_TASK, YES, TaskActions::cancel),
            row(TaskActions.RESCHEDULE, "/task/reschedule", Capability.WORK_ON_TASK, YES, TaskActions::reschedule),
            row(TaskActions.REOPEN, "/task/reopen", Capability.WORK_ON_TASK, YES, TaskActions::reopen));

    private TaskOperations() {}

    private static Operation row(
            String name,
            String path,
            Capability capability,
            String repeat,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return Operation.row(
                name, "POST " + path, capability, Set.of(Parameter.IDS, Parameter.RECORD_ID), false, repeat, action);
    }
}
