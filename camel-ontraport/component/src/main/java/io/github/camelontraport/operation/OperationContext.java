package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.batch.BatchableRequest;
import io.github.camelontraport.operation.batch.BatchingPolicy;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.DeclinedCharge;
import io.github.camelontraport.operation.call.SentCall;
import io.github.camelontraport.value.BodyReader;
import io.github.camelontraport.value.ObjectMetadataCache;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.mapper.RecordMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an operation works with: the parameters of one message, and the account.
 *
 * @param type     {@code null} for a raw call, which is about no type
 * @param mapper   maps records of the type; {@code null} for a raw call
 * @param batching {@code null} when requests are not batched
 * @param turn     completes when requests may be sent
 */
public record OperationContext(
        ObjectType type,
        ParameterValues parameters,
        OntraportClient client,
        ObjectMetadataCache metadata,
        ValueEncoder encoder,
        RecordMapper mapper,
        CallContext callContext,
        BatchingPolicy<OperationResult> batching,
        CompletionStage<Void> turn) {

    private static final CompletionStage<Void> NOW = CompletableFuture.completedStage(null);

    /** A context whose requests may be sent at once. */
    public OperationContext(
            ObjectType type,
            ParameterValues parameters,
            OntraportClient client,
            ObjectMetadataCache metadata,
            ValueEncoder encoder,
            RecordMapper mapper,
            CallContext callContext,
            BatchingPolicy<OperationResult> batching) {
        this(type, parameters, client, metadata, encoder, mapper, callContext, batching, NOW);
    }

    /** Sends a request that is complete. */
    public CompletionStage<ApiReply> send(ApiRequest request) {
        return inTurn(() -> client.call(request, callContext));
    }

    /** Makes a call that is not in a row, such as one for a page of records, when requests may be sent. */
    public <T> CompletionStage<T> inTurn(Supplier<CompletionStage<T>> call) {
        if (turn == NOW) {
            try {
                return call.get();
            } catch (RuntimeException | Error e) {
                return CompletableFuture.failedFuture(e);
            }
        }
        return turn.thenCompose(unused -> call.get());
    }

    /**
     * Makes a call and reads its reply. A success that cannot be read fails; whether its outcome is unknown is decided by
     * the call's retry rule. With {@code failOnDecline} a declined card fails.
     *
     * @throws InvalidInputException when the call's guard refuses the parameters
     */
    public CompletionStage<OperationResult> send(
            ApiCall call, ObjectNode parameters, Function<ApiReply, OperationResult> reader) {
        RetryRule rule = call.retryRule()
                .of(new SentCall(call.method(), call.pathFor(type), type, parameters, () -> uniqueFields(type)));
        ApiRequest request = call.request(type, parameters, this::mayTakeWholeType, rule);
        int before = callContext.requests();
        return UnreadableReplies.decided(rule, callContext, send(request).thenApply(reply -> {
            if (call.chargesCard() && parameters().fixed().failOnDecline()) {
                DeclinedCharge.refuse(request.toString(), reply.data(), callContext.requests() - before);
            }
            return reader.apply(reply);
        }));
    }

    /** The result with the record that was read in the form of the endpoint. */
    public CompletionStage<OperationResult> mapped(OperationResult result) {
        return mapped(result, record -> mapper.read(record));
    }

    /** As {@link #mapped}, with the record that was written, so that it does not fail. */
    public CompletionStage<OperationResult> mappedReply(OperationResult result) {
        return mapped(result, record -> mapper.readReply(record));
    }

    @SuppressWarnings("unchecked")
    private CompletionStage<OperationResult> mapped(
            OperationResult result, Function<Map<String, Object>, CompletionStage<Map<String, Object>>> read) {
        return result.body() instanceof Map<?, ?> record && !mapper.format().isRaw()
                ? read.apply((Map<String, Object>) record).thenApply(result::withBody)
                : CompletableFuture.completedFuture(result);
    }

    /** The names of the type's unique fields, read from the account. */
    public CompletionStage<List<String>> uniqueFields(ObjectType ofType) {
        return metadata.uniqueFields(ofType, client, callContext);
    }

    /** Whether a call without any selection may take every record of the type: allowed by the endpoint, and meant. */
    public boolean mayTakeWholeType() {
        return AllRecordsGuard.isMeant(parameters);
    }

    /** The same operation, whose requests are counted elsewhere. */
    public OperationContext with(CallContext other) {
        return new OperationContext(type, parameters, client, metadata, encoder, mapper, other, batching, turn);
    }

    /** The same operation with other parameters. */
    public OperationContext with(ParameterValues other) {
        return new OperationContext(type, other, client, metadata, encoder, mapper, callContext, batching, turn);
    }

    /** Makes the request about one record: in a batch with other exchanges where that is enabled, otherwise at once. */
    public CompletionStage<OperationResult> batch(BatchableRequest<OperationResult> request) {
        return batching == null
                ? request.call()
                        .make(List.of(request.id()), callContext)
                        .thenApply(answers -> answers.apply(request.id()))
                : batching.batch(type.id(), request, callContext);
    }

    /**
     * Runs what cannot be batched, in its turn among the batches of the type. It starts at once, so that body and headers
     * are read on the thread of the exchange; only its requests wait.
     */
    public CompletionStage<OperationResult> unbatched(
            boolean reading, Function<OperationContext, CompletionStage<OperationResult>> action) {
        if (batching == null) {
            return action.apply(this);
        }
        CompletableFuture<Void> next = new CompletableFuture<>();
        OperationContext waiting =
                new OperationContext(type, parameters, client, metadata, encoder, mapper, callContext, batching, next);
        CompletionStage<OperationResult> result = action.apply(waiting);
        return batching.unbatched(type.id(), reading, callContext, () -> {
            next.complete(null);
            return result;
        });
    }

    /** The id in a body or record; empty when it has none. */
    public Optional<Long> idIn(Object body) {
        return BodyReader.id(body, type.idField());
    }

    public List<Long> idsIn(Object body) {
        return BodyReader.ids(body, type.idField());
    }

    /** The ids that a parameter holds, which must be given. */
    public List<Long> idsIn(Parameter parameter) {
        return BodyReader.ids(parameters.value(parameter).orElseThrow(), type.idField(), parameters.source(parameter));
    }

    /** The id of the one record that is meant: from the header, else the option, else the body. */
    public long oneId(String operation) {
        return parameters
                .number(Parameter.RECORD_ID)
                .or(() -> idIn(parameters.body()))
                .orElseThrow(() ->
                        new InvalidInputException("Operation " + operation + " needs recordId, or an id in the body"));
    }

    public String typeId() {
        return Integer.toString(type.id());
    }

    /** New parameters that name the type, to which others are added. */
    public ObjectNode typeParameters() {
        return JsonNodeFactory.instance.objectNode().put("objectID", type.id());
    }
}
