package io.github.camelontraport.sandbox.account.sale;

import io.github.camelontraport.sandbox.account.event.AccountListener;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the two views of orders: open orders, and deleted orders. A record of a view has the id of its order. Guarded by the
 * account's lock.
 */
public final class OrderViews implements AccountListener {

    private final RecordStore records;

    public OrderViews(RecordStore records) {
        this.records = records;
    }

    @Override
    public void recordCreated(TypeDefinition type, Map<String, String> row) {
        if (type.id() == TypeDefinition.ORDER) {
            add(TypeDefinition.OPEN_ORDER, row);
        }
    }

    @Override
    public void recordUpdated(TypeDefinition type, Map<String, String> before, Map<String, String> row) {
        if (type.id() == TypeDefinition.ORDER) {
            TypeDefinition open = records.types().get(TypeDefinition.OPEN_ORDER);
            find(open, id(row)).ifPresent(stored -> records.update(open, stored, shared(open, row)));
        }
    }

    @Override
    public void recordDeleted(TypeDefinition type, long id) {
        if (type.id() == TypeDefinition.ORDER) {
            TypeDefinition open = records.types().get(TypeDefinition.OPEN_ORDER);
            find(open, id).ifPresent(stored -> {
                records.delete(open, id);
                add(TypeDefinition.DELETED_ORDER, stored.latest());
            });
        }
    }

    /** Does nothing when a test has already created a record of that id. */
    private void add(int viewId, Map<String, String> row) {
        TypeDefinition view = records.types().get(viewId);
        if (find(view, id(row)).isEmpty()) {
            records.create(view, id(row), shared(view, row));
        }
    }

    private Optional<StoredRecord> find(TypeDefinition type, long id) {
        return records.table(type).find(id);
    }

    private static long id(Map<String, String> row) {
        return Long.parseLong(row.get("id"));
    }

    /** The fields that the view has, except its times. */
    private static Map<String, String> shared(TypeDefinition view, Map<String, String> row) {
        Map<String, String> shared = new LinkedHashMap<>(row);
        shared.keySet().retainAll(view.fields().keySet());
        shared.remove(view.created());
        shared.remove(view.modified());
        return shared;
    }
}
