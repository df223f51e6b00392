package io.github.camelontraport.receiver;

import io.github.camelontraport.webhook.replay.DeliveryKeyStore;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Keeps further keys in the repository of the delivery keys.
 *
 * @param scope distinguishes accounts and routes that share the repository
 */
record ScopedKeyStore(IdempotentRepository repository, String scope) implements DeliveryKeyStore {

    @Override
    public boolean contains(String key) {
        return repository.contains(scoped(key));
    }

    @Override
    public void add(String key) {
        String scoped = scoped(key);
        if (repository.add(scoped)) {
            repository.confirm(scoped);
        }
    }

    private String scoped(String key) {
        return key + "@" + scope;
    }
}
