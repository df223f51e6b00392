package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The credentials are options of the component's configuration. */
class ConfigurationGivenTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("camel.component.ontraport.configuration.api-key", "key-of-an-account");

    @ConfigProperty(name = "camel.component.ontraport.base-url")
    Optional<String> notSet;

    @Test
    void startsNoAccount() {
        assertThat(notSet).isEmpty();
    }
}
