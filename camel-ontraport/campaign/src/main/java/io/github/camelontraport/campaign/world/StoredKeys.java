package io.github.camelontraport.campaign.world;

import java.util.Set;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Delivery keys in a database that can fail. */
final class StoredKeys extends ServiceSupport implements IdempotentRepository {

    private final Storage storage;
    private final Set<String> keys;
    private final Program program;

    StoredKeys(Storage storage, Set<String> keys, Program program) {
        this.storage = storage;
        this.keys = keys;
        this.program = program;
    }

    @Override
    public boolean add(String key) {
        storage.check(true);
        if (program.isKilled()) {
            throw new IllegalStateException("The program is dead");
        }
        return keys.add(key);
    }

    @Override
    public boolean contains(String key) {
        storage.check(false);
        return keys.contains(key);
    }

    @Override
    public boolean remove(String key) {
        storage.check(true);
        return keys.remove(key);
    }

    @Override
    public boolean confirm(String key) {
        storage.check(true);
        return true;
    }

    @Override
    public void clear() {
        keys.clear();
    }
}
