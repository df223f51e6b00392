package io.github.camelontraport.examples.mirror;

import io.github.camelontraport.JdbcStateRepository;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MirrorConfiguration {

    /** Where the routes keep their positions: {@code stateRepository=#ontraportState} names the bean. */
    @Bean
    JdbcStateRepository ontraportState(DataSource database) {
        return new JdbcStateRepository(database);
    }
}
