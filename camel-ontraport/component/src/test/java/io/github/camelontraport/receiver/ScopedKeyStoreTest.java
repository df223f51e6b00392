package io.github.camelontraport.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopedKeyStoreTest {

    private final IdempotentRepository repository = new MemoryIdempotentRepository();

    @BeforeEach
    void start() {
        repository.start();
    }

    @Test
    void scopesDoNotSeeEachOthersKeys() {
        new ScopedKeyStore(repository, "https://hooks.example.com/one").add("repaired:created:0:0");

        assertThat(new ScopedKeyStore(repository, "https://hooks.example.com/one").contains("repaired:created:0:0"))
                .isTrue();
        assertThat(new ScopedKeyStore(repository, "https://hooks.example.com/other").contains("repaired:created:0:0"))
                .isFalse();
    }
}
