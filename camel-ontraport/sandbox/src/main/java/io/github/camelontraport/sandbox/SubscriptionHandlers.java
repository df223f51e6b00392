package io.github.camelontraport.sandbox;

import java.util.List;
import java.util.Map;

/** Calls that put records on sequences and automations, take them off, and pause those. */
final class SubscriptionHandlers {

    private static final String SENTENCE = "The subscription is now being processed.";

    private final Account account;
    private final Selector selector;

    SubscriptionHandlers(Account account) {
        this.account = account;
        this.selector = new Selector(account);
    }

    Reply subscribe(ObjectType type, Parameters parameters) {
        return change(true, kind(parameters), type, parameters);
    }

    Reply unsubscribe(ObjectType type, Parameters parameters) {
        return change(false, kind(parameters), type, parameters);
    }

    Reply addToSequence(ObjectType type, Parameters parameters) {
        return change(true, Subscriptions.Kind.SEQUENCE, type, parameters);
    }

    Reply removeFromSequence(ObjectType type, Parameters parameters) {
        return change(false, Subscriptions.Kind.SEQUENCE, type, parameters);
    }

    Reply pause(ObjectType type, Parameters parameters) {
        return setPause("1", type, parameters);
    }

    Reply unpause(ObjectType type, Parameters parameters) {
        return setPause("0", type, parameters);
    }

    private Reply change(boolean add, Subscriptions.Kind kind, ObjectType type, Parameters parameters) {
        String list = add ? "add_list" : "remove_list";
        parameters.requireList(list);
        account.subscriptions().request(add, kind, type.id(), targets(type, parameters), parameters.numbers(list));
        return Reply.data(SENTENCE);
    }

    private Reply setPause(String value, ObjectType type, Parameters parameters) {
        targets(type, parameters).forEach(id ->
                account.update(type, account.table(type).find(id).orElseThrow(), Map.of("pause", value)));
        return Reply.done();
    }

    private List<Long> targets(ObjectType type, Parameters parameters) {
        Filter filter = Filter.of(parameters, type, account.switches());
        if (filter.isAbsent()) {
            throw ApiException.missing("ids");
        }
        return selector.targets(type, filter);
    }

    private static Subscriptions.Kind kind(Parameters parameters) {
        String subType = parameters.text("sub_type");
        if (subType == null || subType.equals("Campaign")) {
            return Subscriptions.Kind.CAMPAIGN;
        }
        if (subType.equals("Sequence")) {
            return Subscriptions.Kind.SEQUENCE;
        }
        throw ApiException.invalid("Invalid value for parameter: sub_type");
    }
}
