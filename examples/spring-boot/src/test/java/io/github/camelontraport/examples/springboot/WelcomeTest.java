package io.github.camelontraport.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"ontraport.sandbox.enabled=true", "welcome.start-from=beginning", "welcome.delay=100"})
class WelcomeTest {

    @Autowired
    private OntraportSandbox sandbox;

    @Test
    void tagsANewContact() {
        long ada = sandbox.create(0, Map.of("firstname", "Ada", "email", "ada@example.com"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(sandbox.find(0, ada))
                .hasValueSatisfying(contact -> assertThat(contact).containsEntry("contact_cat", "*/*1*/*")));
        assertThat(sandbox.records(14)).singleElement().satisfies(tag -> assertThat(tag)
                .containsEntry("tag_name", "Welcome"));
    }
}
