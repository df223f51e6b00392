package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.batch.BatchableRequest;
import io.github.camelontraport.operation.batch.BatchingPolicy;
import io.github.camelontraport.value.BodyReader;
import io.github.camelontraport.value.ObjectMetadataCache;
import io.github.camelontraport.value.ValueEncoder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One operation to be done.
 *
 * @param type    {@code null} for a raw call, which is about no type
 * @param joining {@code null} when requests are not joined
 */
public record OperationContext(
        ObjectType type,
        ParameterValues inputs,
        OntraportClient client,
        ObjectMetadataCache metadata,
        ValueEncoder values,
        CallContext usage,
        BatchingPolicy<OperationResult> joining) {

    public CompletionStage<ApiReply> call(ApiRequest request) {
        return client.call(request, usage);
    }

    /** The same task, whose calls are counted elsewhere. */
    public OperationContext with(CallContext other) {
        return new OperationContext(type, inputs, client, metadata, values, other, joining);
    }

    /** Does it for the one record: together with other exchanges where they are joined, otherwise by itself. */
    public CompletionStage<OperationResult> join(BatchableRequest<OperationResult> request) {
        return joining == null
                ? request.call().make(List.of(request.id()), usage).thenApply(answers -> answers.apply(request.id()))
                : joining.join(type.id(), request, usage);
    }

    /** Does it by itself; where exchanges are joined, in its turn, which for one that only reads comes with others. */
    public CompletionStage<OperationResult> alone(boolean reading, Supplier<CompletionStage<OperationResult>> call) {
        return joining == null ? call.get() : joining.alone(type.id(), reading, usage, call);
    }

    /** The id in a body or record; empty when it has none. */
    public Optional<Long> idIn(Object body) {
        return BodyReader.id(body, type.idField());
    }

    List<Long> idsIn(Object body) {
        return BodyReader.ids(body, type.idField());
    }

    /** The ids that an input holds, which must be given. */
    public List<Long> idsIn(Parameter input) {
        return BodyReader.ids(inputs.value(input).orElseThrow(), type.idField(), inputs.where(input));
    }

    /** The id of the one record that is meant: by header, by option, or in the body. */
    public long oneId(String operation) {
        return inputs.number(Parameter.RECORD_ID)
                .or(() -> idIn(inputs.body()))
                .orElseThrow(() ->
                        new InvalidInputException("Operation " + operation + " needs recordId, or an id in the body"));
    }

    public String typeId() {
        return Integer.toString(type.id());
    }
}
