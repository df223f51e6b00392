package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.Usage;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.join.Joinable;
import io.github.camelontraport.operation.join.Joining;
import io.github.camelontraport.value.Bodies;
import io.github.camelontraport.value.Metadata;
import io.github.camelontraport.value.WireValues;
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
public record Task(
        ObjectType type, Inputs inputs, OntraportClient client, Metadata metadata, WireValues values, Usage usage,
        Joining<Outcome> joining) {

    CompletionStage<ApiReply> call(ApiRequest request) {
        return client.call(request, usage);
    }

    /** The same task, whose calls are counted elsewhere. */
    Task with(Usage other) {
        return new Task(type, inputs, client, metadata, values, other, joining);
    }

    /** Does it for the one record: together with other exchanges where they are joined, otherwise by itself. */
    CompletionStage<Outcome> join(Joinable<Outcome> request) {
        return joining == null
                ? request.call().make(List.of(request.id()), usage).thenApply(answers -> answers.apply(request.id()))
                : joining.join(type.id(), request, usage);
    }

    /** Does it by itself; where exchanges are joined, in its turn, which for one that only reads comes with others. */
    CompletionStage<Outcome> alone(boolean reading, Supplier<CompletionStage<Outcome>> call) {
        return joining == null ? call.get() : joining.alone(type.id(), reading, usage, call);
    }

    /** The id in a body or record; empty when it has none. */
    Optional<Long> idIn(Object body) {
        return Bodies.id(body, type.idField());
    }

    List<Long> idsIn(Object body) {
        return Bodies.ids(body, type.idField());
    }

    /** The ids that an input holds, which must be given. */
    List<Long> idsIn(Input input) {
        return Bodies.ids(inputs.value(input).orElseThrow(), type.idField(), inputs.where(input));
    }

    /** The id of the one record that is meant: by header, by option, or in the body. */
    long oneId(String operation) {
        return inputs.number(Input.RECORD_ID).or(() -> idIn(inputs.body())).orElseThrow(() -> new InvalidInputException(
                "Operation " + operation + " needs recordId, or an id in the body"));
    }

    String typeId() {
        return Integer.toString(type.id());
    }
}
