package io.github.camelontraport.springboot;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Keeps the component's secrets out of Actuator's endpoints, also where these show values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class OntraportActuatorAutoConfiguration {

    @Bean
    SanitizingFunction ontraportSanitizingFunction(ConfigurableEnvironment environment) {
        return new SecretSanitizer(environment, ComponentOption.all());
    }
}
