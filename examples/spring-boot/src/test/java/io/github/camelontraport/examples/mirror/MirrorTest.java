package io.github.camelontraport.examples.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(
        properties = {
            "ontraport.sandbox.enabled=true",
            "ontraport.sandbox.requests-per-minute=100000",
            "spring.datasource.url=jdbc:h2:mem:mirror",
            "mirror.delay=200",
            "mirror.deleted-delay=200",
            "mirror.settle=500"
        })
class MirrorTest {

    @Autowired
    private OntraportSandbox sandbox;

    @Autowired
    private JdbcTemplate jdbc;

    private void within(List<String> names) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        jdbc.queryForList("select name from contacts order by id", String.class))
                .isEqualTo(names));
    }

    @Test
    void theTableFollowsTheAccount() {
        long ada = sandbox.create(0, Map.of("firstname", "Ada", "email", "ada@example.org"));
        long bob = sandbox.create(0, Map.of("firstname", "Bob", "email", "bob@example.org"));
        within(List.of("Ada", "Bob"));

        sandbox.update(0, ada, Map.of("firstname", "Adele"));
        within(List.of("Adele", "Bob"));

        sandbox.delete(0, bob);
        sandbox.create(0, Map.of("firstname", "Cy", "email", "cy@example.org"));
        within(List.of("Adele", "Cy"));
    }
}
