package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.operation.record.TypeFieldRules;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of the table of operations.
 *
 * @param name   as in the {@code operation} option
 * @param call   the API call, its method first
 * @param verb   what the object type must allow; empty for calls that are not about a type
 * @param inputs what it reads from options and headers
 * @param many   whether it gives records as a list or a stream
 * @param repeat when it is repeated after a failure that leaves its outcome open, for the documentation
 * @param action does it
 * @param joins  whether requests of concurrent exchanges can become one call, which its action sees to
 */
public record Operation(
        String name,
        String call,
        Optional<Capability> verb,
        Set<Parameter> inputs,
        boolean many,
        String repeat,
        Function<OperationContext, CompletionStage<OperationResult>> action,
        boolean joins) {

    public static final String RAW = "raw";
    public static final String YES = "yes";
    public static final String NO = "no";

    /** A row for all types that allow the verb. */
    public Operation(
            String name,
            String call,
            Optional<Capability> verb,
            Set<Parameter> inputs,
            boolean many,
            String repeat,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        this(name, call, verb, inputs, many, repeat, action, false);
    }

    /** A row for records of a type. */
    public static Operation row(
            String name,
            String call,
            Capability verb,
            Set<Parameter> inputs,
            boolean many,
            String repeat,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return new Operation(name, call, Optional.of(verb), inputs, many, repeat, action);
    }

    /** The row with requests that can be joined. */
    public Operation joined() {
        return new Operation(name, call, verb, inputs, many, repeat, action, true);
    }

    /** Refuses, before any message comes, what can never work. */
    public void checkOptions(ParameterValues inputs, Optional<ObjectType> type) {
        inputs.checkOptions();
        type.ifPresentOrElse(this::checkType, () -> {
            if (verb.isPresent() && !ObjectTypes.customObjectsAllow(verb.get())) {
                // A name that only the account knows is that of a custom object.
                throw notFor("custom objects");
            }
        });
        if (this.inputs.contains(Parameter.UNIQUE_ID)
                && verb.equals(Optional.of(Capability.UPDATE))
                && inputs.optionsSet().contains(Parameter.UNIQUE_ID)) {
            type.ifPresent(TypeFieldRules::refuseUniqueId);
        }
        Set<Parameter> unused = inputs.optionsSet();
        unused.removeAll(this.inputs);
        if (!unused.isEmpty()) {
            throw new InvalidInputException("Operation " + name + " does not read " + names(unused) + ". It reads "
                    + (this.inputs.isEmpty() ? "no such option" : names(this.inputs)));
        }
        if (inputs.fixed().streaming() && !many) {
            throw new InvalidInputException("Option streaming is for operations that read many records, not " + name);
        }
        if (inputs.fixed().joining() && !joins) {
            throw new InvalidInputException(
                    "Option batchDelay is for operations " + Operations.joined() + ", not " + name);
        }
        OptionConflicts.check(this, inputs);
    }

    /** Whether it changes nothing. */
    private boolean reads() {
        return call.startsWith("GET ");
    }

    /** Whether the type has this operation; never for calls that are not about a type. */
    public boolean isPossibleWith(ObjectType type) {
        return verb.filter(type::allows).isPresent();
    }

    /** Refuses an operation that the type does not have. */
    public void checkType(ObjectType type) {
        if (verb.isPresent() && !isPossibleWith(type)) {
            if (verb.get().isSpecial()) {
                throw notFor(type.plural());
            }
            throw new InvalidInputException("Operation " + name + " is not possible with " + type.plural()
                    + "; possible are " + Operations.possibleWith(type));
        }
    }

    /** Does it. Fails with InvalidInputException, before anything is sent, or with ApiException. */
    public CompletionStage<OperationResult> run(OperationContext task) {
        try {
            if (task.type() != null) {
                checkType(task.type());
            }
            // A raw call is about no type, so there is nothing that it could be joined with or come before.
            return UnreadableReply.counted(
                    task,
                    joins || task.type() == null ? action.apply(task) : task.alone(reads(), () -> action.apply(task)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private InvalidInputException notFor(String found) {
        Stream<String> listed = ObjectTypes.allowing(verb.orElseThrow()).stream()
                .map(type -> "ontraport:" + String.join(" or ", ObjectTypes.plurals(type.id())));
        Stream<String> custom =
                ObjectTypes.customObjectsAllow(verb.get()) ? Stream.of("custom objects") : Stream.empty();
        return new InvalidInputException("Operation " + name + " is for "
                + Stream.concat(listed, custom).collect(Collectors.joining(", ")) + ", not for " + found);
    }

    private static String names(Set<Parameter> inputs) {
        return EnumSet.copyOf(inputs).stream().map(Parameter::option).collect(Collectors.joining(", "));
    }
}
