package io.github.camelontraport.sandbox;

import java.util.List;

/** Calls that delete records. */
final class DeleteHandlers {

    private final Account account;
    private final Selector selector;

    DeleteHandlers(Account account) {
        this.account = account;
        this.selector = new Selector(account);
    }

    Reply one(ObjectType type, Parameters parameters) {
        parameters.require("id");
        long id = account.table(type).find(parameters.number("id")).orElseThrow(ApiException::notFound).id();
        account.delete(type, id);
        return Reply.done();
    }

    /** Without any selection this deletes every record of the type, as the API does. */
    Reply many(ObjectType type, Parameters parameters) {
        Filter filter = Filter.of(parameters, type, account.switches());
        List<Long> ids = filter.isAbsent()
                ? account.table(type).all().stream().map(StoredRecord::id).toList()
                : selector.targets(type, filter);
        ids.forEach(id -> account.delete(type, id));
        return Reply.data("Deleted");
    }
}
