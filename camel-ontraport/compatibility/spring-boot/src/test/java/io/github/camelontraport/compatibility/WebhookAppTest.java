package io.github.camelontraport.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Webhooks, typed endpoint builders and CloudEvents on Spring Boot 4. */
class WebhookAppTest {

    private static final int CONTACTS = 0;
    private static final int WEBHOOKS = 145;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void deliversCloudEvents() throws Exception {
        int port = freePort();
        try (ConfigurableApplicationContext application = SpringApplication.run(
                WebhookApp.class,
                "--server.port=" + port,
                "--hooks.url=http://localhost:" + port,
                "--ontraport.sandbox.enabled=true")) {
            MockEndpoint delivered =
                    application.getBean(CamelContext.class).getEndpoint("mock:delivered", MockEndpoint.class);
            delivered.expectedMessageCount(1);
            delivered.setResultWaitTime(PATIENCE.toMillis());
            OntraportSandbox sandbox = application.getBean(OntraportSandbox.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sandbox.records(WEBHOOKS)).hasSize(1));

            long id = sandbox.create(CONTACTS, Map.of("firstname", "Ada"));

            delivered.assertIsSatisfied();
            Message message = delivered.getExchanges().get(0).getMessage();
            assertThat(message.getHeaders())
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "org.apache.camel.event.ontraport.created")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, Long.toString(id));
            assertThat(message.getBody(Map.class).get("firstname")).isEqualTo("Ada");
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
