package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DevServiceSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(FreePort.class))
            .overrideConfigKey("quarkus.camel-ontraport.devservices.port", Integer.toString(FreePort.find()))
            .overrideConfigKey("quarkus.camel-ontraport.devservices.example-data", "false");

    @Inject
    ProducerTemplate template;

    @ConfigProperty(name = "camel.component.ontraport.base-url")
    String baseUrl;

    @ConfigProperty(name = "quarkus.camel-ontraport.devservices.port")
    int port;

    @Test
    void theAccountListensOnThePortAndIsEmpty() {
        assertThat(baseUrl).isEqualTo("http://localhost:" + port + "/1");
        assertThat(template.requestBody("ontraport:contacts?operation=count", null, Long.class))
                .isZero();
    }
}
