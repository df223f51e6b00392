package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.springboot.app.WebApplication;
import java.util.Map;
import org.apache.camel.EndpointInject;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** What Actuator shows of the component: its health, its meters, and none of its secrets. */
@SpringBootTest(
        classes = WebApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ontraport.sandbox.enabled=true",
            "TEST_ONTRAPORT_KEY=k-of-the-account",
            "camel.component.ontraport.api-key=${TEST_ONTRAPORT_KEY}",
            "camel.component.ontraport.app-id=2_9_of-the-account",
            "camel.component.ontraport.proxy-host=localhost",
            "camel.component.ontraport.proxy-port=3128",
            "camel.component.ontraport.proxy-username=nora-of-the-proxy",
            "camel.component.ontraport.proxy-password=pw-of-the-proxy",
            "TEST_EUROPE_KEY=k-of-europe",
            "camel.component.europe.api-key=${TEST_EUROPE_KEY}",
            "camel.health.exposure-level=full",
            "camel.health.producers-enabled=true",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.show-details=always",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always"
        })
@DirtiesContext
class ActuatorTest {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private OntraportSandbox sandbox;

    @EndpointInject("mock:seen")
    private MockEndpoint seen;

    @BeforeEach
    void writeAContact() throws InterruptedException {
        sandbox.reset();
        seen.reset();
        template.sendBody("direct:save", Map.of("email", "ada@example.com"));
        assertThat(sandbox.records(0)).hasSize(1);
    }

    @Test
    void healthHasTheChecksOfConsumersAndProducers() {
        JsonNode health = http.getForObject("/actuator/health", JsonNode.class);

        JsonNode details = health.path("components").path("camelHealth").path("details");
        assertThat(health.path("status").asText()).as(health.toPrettyString()).isEqualTo("UP");
        assertThat(details.path("consumer:watch").asText()).isEqualTo("UP");
        assertThat(details.properties()).extracting(Map.Entry::getKey).anySatisfy(check -> assertThat(check)
                .startsWith("producer:ontraport"));
    }

    @Test
    void metersAreInTheRegistryOfTheApplication() {
        JsonNode requests =
                http.getForObject("/actuator/metrics/camel.ontraport.requests?tag=operation:upsert", JsonNode.class);

        assertThat(requests.path("measurements").path(0).path("value").asInt())
                .as(requests.toPrettyString())
                .isPositive();
        assertThat(http.getForObject("/actuator/metrics/camel.ontraport.budget.limit", JsonNode.class)
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asInt())
                .isEqualTo(180);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"env", "configprops", "beans", "health", "camelroutes", "env/camel.component.ontraport.app-id"})
    void showsNoSecret(String endpoint) {
        String shown = http.getForObject("/actuator/" + endpoint, String.class);

        assertThat(shown)
                .isNotBlank()
                .doesNotContain("of-the-account")
                .doesNotContain("of-europe")
                .doesNotContain("of-the-proxy")
                .doesNotContain(sandbox.appId());
    }

    @Test
    void showsWhatIsNotSecret() {
        assertThat(http.getForObject("/actuator/env/camel.component.ontraport.proxy-port", String.class))
                .contains("3128");
        assertThat(http.getForObject("/actuator/env/camel.component.ontraport.api-key", String.class))
                .contains("******");
    }
}
