package io.github.camelontraport.operation.task;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
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

    static final int TASK = 1;
    private static final int CONTACT = 0;
    private static final int DEAL = 149;
    private static final int COMPANY = 150;

    public static final List<Operation> ROWS = List.of(
            row(TaskActions.ASSIGN, "/task/assign", NO, TaskActions::assign)
                    .only(CONTACT, DEAL, COMPANY, ObjectType.FIRST_CUSTOM_ID),
            row(TaskActions.COMPLETE, "/task/complete", NO, TaskActions::complete)
                    .only(TASK),
            row(TaskActions.CANCEL, "/task/cancel", YES, TaskActions::cancel).only(TASK),
            row(TaskActions.RESCHEDULE, "/task/reschedule", YES, TaskActions::reschedule)
                    .only(TASK),
            row(TaskActions.REOPEN, "/task/reopen", YES, TaskActions::reopen).only(TASK));

    private TaskOperations() {}

    private static Operation row(
            String name,
            String path,
            String repeat,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return Operation.row(
                name,
                "POST " + path,
                Capability.UPDATE,
                Set.of(Parameter.IDS, Parameter.RECORD_ID),
                false,
                repeat,
                action);
    }
}
