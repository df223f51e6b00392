package io.github.camelontraport.operation;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One row of the table of operations. Actions, raw calls, checks, documentation and tests take what they need from it.
 *
 * @param name        as in the {@code operation} option
 * @param calls       the API calls that it makes; empty for raw calls, which may be any
 * @param capability  what the object type must allow; empty for calls that are not about a type
 * @param parameters  what it reads from options and headers, in the order of {@link Parameter}
 * @param reply       what it leaves in the body
 * @param retryRule   whether its calls are repeated after a failure that leaves their outcome open
 * @param batchable   whether requests of concurrent exchanges can become one call
 * @param optionCheck refuses at start what it would refuse with every message; the type is empty when only the account
 *     knows it
 * @param action      makes the calls
 */
public record Operation(
        String name,
        List<ApiCall> calls,
        Optional<Capability> capability,
        Set<Parameter> parameters,
        ReplyShape reply,
        OperationRetryRule retryRule,
        boolean batchable,
        BiConsumer<ParameterValues, Optional<ObjectType>> optionCheck,
        OperationAction action) {

    public Operation {
        calls = List.copyOf(calls);
        parameters = Collections.unmodifiableSet(
                parameters.isEmpty() ? EnumSet.noneOf(Parameter.class) : EnumSet.copyOf(parameters));
        OperationRetryRule common = retryRule;
        if (!common.equals(OperationRetryRule.BY_CALL)
                && !calls.stream().map(ApiCall::retryRule).allMatch(rule -> rule.description()
                        .equals(common.description()))) {
            throw new IllegalStateException("The calls of " + name + " have different retry rules");
        }
    }

    /** A row that takes its retry rule from its calls, reads no parameters, and is for all types with the capability. */
    public static Operation of(
            String name, Capability capability, ReplyShape reply, OperationAction action, ApiCall... calls) {
        return new Operation(
                name,
                List.of(calls),
                Optional.of(capability),
                Set.of(),
                reply,
                calls[0].retryRule(),
                false,
                (values, type) -> {},
                action);
    }

    /** The row with these parameters. */
    public Operation reads(Parameter... read) {
        return new Operation(name, calls, capability, Set.of(read), reply, retryRule, batchable, optionCheck, action);
    }

    /** The row with requests that can be batched; its action does that. */
    public Operation batched() {
        return new Operation(name, calls, capability, parameters, reply, retryRule, true, optionCheck, action);
    }

    /** The row with a check of its own at start. */
    public Operation checking(BiConsumer<ParameterValues, Optional<ObjectType>> check) {
        return new Operation(name, calls, capability, parameters, reply, retryRule, batchable, check, action);
    }

    /** Whether it makes calls of any kind, so that the checks of its parameters are those of the call. */
    public boolean isRaw() {
        return calls.isEmpty();
    }

    /** Whether it changes nothing. */
    public boolean onlyReads() {
        for (ApiCall call : calls) {
            if (!call.reads()) {
                return false;
            }
        }
        return !isRaw();
    }

    /** Whether its records may be a stream. */
    public boolean streamable() {
        return reply == ReplyShape.RECORDS;
    }

    /** Whether it acts on the records that ids, condition, search or group select. */
    public boolean takesManyRecords() {
        return parameters.containsAll(RecordSelection.PARAMETERS);
    }

    /** Whether it may act on every record of the type, with the option allowAll and without a selection. */
    public boolean mayTakeWholeType() {
        return isRaw() || calls.stream().anyMatch(call -> call.guard() == RequestGuards.MANY_OR_ALL);
    }

    /** Whether the type has this operation; never for calls that are not about a type. */
    public boolean isPossibleWith(ObjectType type) {
        return capability.filter(type::allows).isPresent();
    }

    @Override
    public String toString() {
        return name;
    }
}
