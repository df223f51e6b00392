package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.quarkus.EnvironmentNames;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {

    private static List<String> names(SmallRyeConfig config) {
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);
        return names;
    }

    @Test
    void underscoresOfVariablesAreDashesOfOptionsOfTheConfiguration() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of("CAMEL_COMPONENT_ONTRAPORT_CONFIGURATION_API_KEY", "of-the-environment"), 300))
                .withInterceptors(new EnvironmentNames())
                .build();

        assertThat(names(config))
                .contains("camel.component.ontraport.configuration.api-key")
                .doesNotContain(
                        "camel.component.ontraport.configuration.api.key",
                        "camel.component.ontraport.configuration-api-key");
        assertThat(config.getValue("camel.component.ontraport.configuration.api-key", String.class))
                .isEqualTo("of-the-environment");
    }

    @Test
    void underscoresOfVariablesAreDashesOfOptions() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(
                        new EnvConfigSource(
                                Map.of(
                                        "CAMEL_COMPONENT_ONTRAPORT_API_KEY",
                                        "of-the-environment",
                                        "CAMEL_COMPONENT_ONTRAPORT_CONFIGURATION_APP_ID",
                                        "of-the-environment"),
                                300),
                        new PropertiesConfigSource(
                                Map.of("camel.component.ontraport.configuration.app-id", "of-a-file"), "file", 250))
                .withInterceptors(new EnvironmentNames())
                .build();

        assertThat(names(config))
                .contains("camel.component.ontraport.api-key", "camel.component.ontraport.configuration.app-id")
                .doesNotContain("camel.component.ontraport.api.key");
        assertThat(config.getValue("camel.component.ontraport.api-key", String.class))
                .isEqualTo("of-the-environment");
    }
}
