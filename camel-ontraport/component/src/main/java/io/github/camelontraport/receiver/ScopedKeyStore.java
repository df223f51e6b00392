package io.github.camelontraport.receiver;

import io.github.camelontraport.webhook.replay.KeyStore;
import org.apache.camel.spi.IdempotentRepository;

/**
 * The repository by which deliveries are recognised, for what else is to be remembered with them.
 *
 * @param scope what it is remembered of, as accounts and routes may share a repository
 */
record ScopedKeyStore(IdempotentRepository repository, String scope) implements KeyStore {

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
