package io.github.camelontraport.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The starter configures the component, starts a sandbox and shows health and meters on Spring Boot 4. */
@ExtendWith(OutputCaptureExtension.class)
class StarterTest {

    private static final int CONTACTS = 0;
    private static final long PATIENCE_MILLIS = 30_000;

    private static ConfigurableApplicationContext run(String... arguments) {
        return SpringApplication.run(SpringBootApp.class, arguments);
    }

    @Test
    void writesAndWatches() throws Exception {
        try (ConfigurableApplicationContext application = run(
                "--server.port=0",
                "--ontraport.sandbox.enabled=true",
                "--camel.component.ontraport.api-key=k-of-the-account",
                "--camel.health.exposure-level=full",
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.health.show-details=always",
                "--management.endpoint.env.show-values=always")) {
            CamelContext context = application.getBean(CamelContext.class);
            assertThat(context.getVersion()).isEqualTo(System.getProperty("camel.version"));
            assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("spring-boot.version"));
            MockEndpoint seen = context.getEndpoint("mock:seen", MockEndpoint.class);
            seen.expectedMessageCount(1);
            seen.setResultWaitTime(PATIENCE_MILLIS);
            application.getBean(ProducerTemplate.class).sendBody("direct:save", Map.of("email", "ada@example.com"));
            seen.assertIsSatisfied();

            assertThat(application.getBean(OntraportSandbox.class).records(CONTACTS))
                    .hasSize(1);
            assertThat(get(application, "health")).contains("\"consumer:watch\":\"UP\"");
            assertThat(get(application, "metrics/camel.ontraport.requests")).contains("\"COUNT\"");
            assertThat(get(application, "env")).contains("show-values").doesNotContain("k-of-the-account");
        }
    }

    @Test
    void saysWhatIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> run("--server.port=0")).isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("No apiKey is given: set the property camel.component.ontraport.api-key");
    }

    private static String get(ConfigurableApplicationContext application, String endpoint)
            throws IOException, InterruptedException {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + endpoint))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
