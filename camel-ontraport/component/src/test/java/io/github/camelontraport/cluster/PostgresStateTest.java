package io.github.camelontraport.cluster;

import io.github.camelontraport.JdbcStateRepository;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A real PostgreSQL. */
class PostgresStateTest extends SharedStateTestSupport {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    StateRepository<String, String> node(int number) {
        JdbcStateRepository repository = new JdbcStateRepository(server.getPostgresDatabase());
        repository.start();
        return repository;
    }
}
