package io.github.camelontraport.cluster;

import io.github.camelontraport.JdbcStateRepository;
import org.apache.camel.spi.StateRepository;
import org.h2.jdbcx.JdbcDataSource;

/** A database whose texts are CLOBs. */
class H2StateTest extends SharedStateTestSupport {

    private final JdbcDataSource database = new JdbcDataSource();

    H2StateTest() {
        database.setURL("jdbc:h2:mem:" + key + ";DB_CLOSE_DELAY=-1");
    }

    @Override
    StateRepository<String, String> node(int number) {
        JdbcStateRepository repository = new JdbcStateRepository(database);
        repository.start();
        return repository;
    }
}
