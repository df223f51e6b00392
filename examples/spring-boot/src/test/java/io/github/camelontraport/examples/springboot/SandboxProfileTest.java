package io.github.camelontraport.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The profile sandbox runs the application as it is, with example data in place of an account. */
@SpringBootTest
@ActiveProfiles("sandbox")
class SandboxProfileTest {

    @Autowired
    private OntraportSandbox sandbox;

    @Test
    void tagsTheContactsOfTheExampleData() {
        List<Map<String, Object>> contacts = sandbox.records(0);

        assertThat(contacts).hasSizeGreaterThan(10);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(sandbox.records(14))
                .extracting(tag -> tag.get("tag_name"))
                .contains("Welcome"));
    }
}
