package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.membership.SequenceMembers;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.List;
import java.util.Map;

/** Adds records to sequences and automations, removes them, and pauses sequences and automations. */
public final class SequenceHandlers {

    private static final String SENTENCE = "The subscription is now being processed.";

    private final RecordStore records;
    private final RecordSelector selector;
    private final SequenceMembers sequences;

    public SequenceHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
        this.sequences = account.sequences();
    }

    public AccountReply subscribe(TypeDefinition type, RequestParameters parameters) {
        return change(true, kind(parameters), type, parameters);
    }

    public AccountReply unsubscribe(TypeDefinition type, RequestParameters parameters) {
        return change(false, kind(parameters), type, parameters);
    }

    public AccountReply addToSequence(TypeDefinition type, RequestParameters parameters) {
        return change(true, SequenceMembers.Kind.SEQUENCE, type, parameters);
    }

    public AccountReply removeFromSequence(TypeDefinition type, RequestParameters parameters) {
        return change(false, SequenceMembers.Kind.SEQUENCE, type, parameters);
    }

    public AccountReply pause(TypeDefinition type, RequestParameters parameters) {
        return setPause("1", type, parameters);
    }

    public AccountReply unpause(TypeDefinition type, RequestParameters parameters) {
        return setPause("0", type, parameters);
    }

    private AccountReply change(
            boolean add, SequenceMembers.Kind kind, TypeDefinition type, RequestParameters parameters) {
        String list = add ? "add_list" : "remove_list";
        parameters.requireList(list);
        sequences.request(add, kind, type.id(), targets(type, parameters), parameters.numbers(list));
        return AccountReply.data(SENTENCE);
    }

    private AccountReply setPause(String value, TypeDefinition type, RequestParameters parameters) {
        targets(type, parameters)
                .forEach(
                        id -> records.update(type, records.table(type).find(id).orElseThrow(), Map.of("pause", value)));
        return AccountReply.done();
    }

    private List<Long> targets(TypeDefinition type, RequestParameters parameters) {
        return selector.requiredTargets(type, RecordQuery.of(parameters, type, records.switches()));
    }

    private static SequenceMembers.Kind kind(RequestParameters parameters) {
        String subType = parameters.text("sub_type");
        if (subType == null || subType.equals("Campaign")) {
            return SequenceMembers.Kind.CAMPAIGN;
        }
        if (subType.equals("Sequence")) {
            return SequenceMembers.Kind.SEQUENCE;
        }
        throw ApiErrorException.invalid("Invalid value for parameter: sub_type");
    }
}
