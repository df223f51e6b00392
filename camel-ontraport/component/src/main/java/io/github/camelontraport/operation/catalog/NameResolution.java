package io.github.camelontraport.operation.catalog;

import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.value.name.IdOrName;
import io.github.camelontraport.value.name.NameLookup;
import io.github.camelontraport.value.name.NamedKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts ids in place of the names that parameters give. */
final class NameResolution {

    private static final Map<Parameter, NamedKind> KINDS = Map.of(
            Parameter.SEQUENCES, NamedKind.SEQUENCE,
            Parameter.CAMPAIGNS, NamedKind.AUTOMATION,
            Parameter.GROUP_ID, NamedKind.GROUP);

    private NameResolution() {}

    static boolean isNeeded(Operation row, ParameterValues values) {
        return !named(row, values).isEmpty();
    }

    /** The same operation with ids only. Fails for a name that does not mean one record. */
    static CompletionStage<OperationContext> resolved(Operation row, OperationContext context) {
        if (RecordSelection.PARAMETERS.stream().noneMatch(context.parameters()::has)) {
            // The body selects the records. It is read on the thread of the exchange, not on that of a reply.
            context.parameters().body();
        }
        CompletionStage<OperationContext> resolved = CompletableFuture.completedFuture(context);
        for (Parameter parameter : named(row, context.parameters())) {
            resolved = resolved.thenCompose(current -> resolved(parameter, current));
        }
        return resolved;
    }

    private static CompletionStage<OperationContext> resolved(Parameter parameter, OperationContext context) {
        ParameterValues values = context.parameters();
        NameLookup lookup = new NameLookup(
                KINDS.get(parameter), values.references(parameter), context.type(), values.source(parameter));
        return context.metadata()
                .names()
                .ids(lookup, context.client(), context.callContext())
                .thenApply(ids -> context.with(values.withIds(parameter, ids)));
    }

    private static List<Parameter> named(Operation row, ParameterValues values) {
        return KINDS.keySet().stream()
                .filter(parameter -> row.parameters().contains(parameter) && values.has(parameter))
                .filter(parameter -> values.references(parameter).stream().anyMatch(IdOrName::isName))
                .sorted()
                .toList();
    }
}
