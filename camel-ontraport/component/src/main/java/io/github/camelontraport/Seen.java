package io.github.camelontraport;

import io.github.camelontraport.webhook.KeyMemory;
import org.apache.camel.spi.IdempotentRepository;

/** The repository by which deliveries are recognised, for what else is to be remembered with them. */
record Seen(IdempotentRepository repository) implements KeyMemory {

    @Override
    public boolean contains(String key) {
        return repository.contains(key);
    }

    @Override
    public void add(String key) {
        if (repository.add(key)) {
            repository.confirm(key);
        }
    }
}
