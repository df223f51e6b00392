package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BaseUrlGivenTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("camel.component.ontraport.base-url", "https://api.example.com/1");

    @ConfigProperty(name = "camel.component.ontraport.api-key")
    Optional<String> notSet;

    @Test
    void startsNoAccount() {
        assertThat(notSet).isEmpty();
    }
}
