package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.SequenceMembers;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.List;
import java.util.Map;

/** Calls that put records on sequences and automations, take them off, and pause those. */
final class SequenceHandlers {

    private static final String SENTENCE = "The subscription is now being processed.";

    private final AccountState account;
    private final RecordSelector selector;

    SequenceHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
    }

    ApiReplyText subscribe(TypeDefinition type, CallParameters parameters) {
        return change(true, kind(parameters), type, parameters);
    }

    ApiReplyText unsubscribe(TypeDefinition type, CallParameters parameters) {
        return change(false, kind(parameters), type, parameters);
    }

    ApiReplyText addToSequence(TypeDefinition type, CallParameters parameters) {
        return change(true, SequenceMembers.Kind.SEQUENCE, type, parameters);
    }

    ApiReplyText removeFromSequence(TypeDefinition type, CallParameters parameters) {
        return change(false, SequenceMembers.Kind.SEQUENCE, type, parameters);
    }

    ApiReplyText pause(TypeDefinition type, CallParameters parameters) {
        return setPause("1", type, parameters);
    }

    ApiReplyText unpause(TypeDefinition type, CallParameters parameters) {
        return setPause("0", type, parameters);
    }

    private ApiReplyText change(
            boolean add, SequenceMembers.Kind kind, TypeDefinition type, CallParameters parameters) {
        String list = add ? "add_list" : "remove_list";
        parameters.requireList(list);
        account.subscriptions().request(add, kind, type.id(), targets(type, parameters), parameters.numbers(list));
        return ApiReplyText.data(SENTENCE);
    }

    private ApiReplyText setPause(String value, TypeDefinition type, CallParameters parameters) {
        targets(type, parameters)
                .forEach(
                        id -> account.update(type, account.table(type).find(id).orElseThrow(), Map.of("pause", value)));
        return ApiReplyText.done();
    }

    private List<Long> targets(TypeDefinition type, CallParameters parameters) {
        RecordQuery filter = RecordQuery.of(parameters, type, account.switches());
        if (filter.isAbsent()) {
            throw ErrorReply.missing("ids");
        }
        return selector.targets(type, filter);
    }

    private static SequenceMembers.Kind kind(CallParameters parameters) {
        String subType = parameters.text("sub_type");
        if (subType == null || subType.equals("Campaign")) {
            return SequenceMembers.Kind.CAMPAIGN;
        }
        if (subType.equals("Sequence")) {
            return SequenceMembers.Kind.SEQUENCE;
        }
        throw ErrorReply.invalid("Invalid value for parameter: sub_type");
    }
}
