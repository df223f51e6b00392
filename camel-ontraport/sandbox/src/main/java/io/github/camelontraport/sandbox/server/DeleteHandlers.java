package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.List;

/** Calls that delete records. */
final class DeleteHandlers {

    private final AccountState account;
    private final RecordSelector selector;

    DeleteHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
    }

    ApiReplyText one(TypeDefinition type, CallParameters parameters) {
        parameters.require("id");
        long id = account.table(type)
                .find(parameters.number("id"))
                .orElseThrow(ErrorReply::notFound)
                .id();
        account.delete(type, id);
        return ApiReplyText.done();
    }

    /** Without any selection this deletes every record of the type, as the API does. */
    ApiReplyText many(TypeDefinition type, CallParameters parameters) {
        RecordQuery filter = RecordQuery.of(parameters, type, account.switches());
        List<Long> ids = filter.isAbsent()
                ? account.table(type).all().stream().map(StoredRecord::id).toList()
                : selector.targets(type, filter);
        ids.forEach(id -> account.delete(type, id));
        return ApiReplyText.data("Deleted");
    }
}
