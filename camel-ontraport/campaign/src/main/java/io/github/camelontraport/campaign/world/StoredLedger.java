package io.github.camelontraport.campaign.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger's map in a store that can fail. */
final class StoredLedger extends ConcurrentHashMap<String, String> {

    private static final long serialVersionUID = 1L;

    private final transient Storage storage;

    StoredLedger(Storage storage, Map<String, String> left) {
        super(left);
        this.storage = storage;
    }

    @Override
    public String get(Object key) {
        storage.check(false);
        return super.get(key);
    }

    @Override
    public String put(String key, String value) {
        if (storage != null) {
            storage.check(true);
        }
        return super.put(key, value);
    }

    @Override
    public String remove(Object key) {
        storage.check(true);
        return super.remove(key);
    }
}
