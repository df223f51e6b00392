package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.List;

/** Deletes records. */
public final class DeleteHandlers {

    private final RecordStore records;
    private final RecordSelector selector;

    public DeleteHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
    }

    public AccountReply one(TypeDefinition type, RequestParameters parameters) {
        records.delete(type, NamedRecord.require(records, type, parameters).id());
        return AccountReply.done();
    }

    /** Without any selection, deletes every record of the type, as the API does. */
    public AccountReply many(TypeDefinition type, RequestParameters parameters) {
        RecordQuery filter = RecordQuery.of(parameters, type, records.switches());
        List<Long> ids = filter.isAbsent()
                ? records.table(type).all().stream().map(StoredRecord::id).toList()
                : selector.targets(type, filter);
        ids.forEach(id -> records.delete(type, id));
        return AccountReply.data("Deleted");
    }
}
