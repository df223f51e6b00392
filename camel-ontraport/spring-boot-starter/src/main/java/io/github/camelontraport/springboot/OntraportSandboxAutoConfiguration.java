package io.github.camelontraport.springboot;

import io.github.camelontraport.sandbox.OntraportSandbox;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Starts a sandbox and connects every component of Ontraport to it, in tests and to try an application without an account. Off
 * unless {@code ontraport.sandbox.enabled} is true. The sandbox is a bean, which ends with the application. The properties are
 * bound in any case, so that a misspelt one is refused.
 */
@AutoConfiguration
@EnableConfigurationProperties(OntraportSandboxProperties.class)
public class OntraportSandboxAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(SandboxEnabled.class)
    @ConditionalOnClass(OntraportSandbox.class)
    static class Present {

        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        OntraportSandbox ontraportSandbox(OntraportSandboxProperties properties) {
            OntraportSandbox.Builder builder = OntraportSandbox.builder()
                    .exampleData(properties.exampleData())
                    .port(properties.port());
            if (properties.requestsPerMinute() != null) {
                builder.requestsPerMinute(properties.requestsPerMinute());
            }
            return builder.start();
        }

        @Bean
        ComponentCustomizer ontraportSandboxCustomizer(
                OntraportSandbox sandbox, OntraportSandboxProperties properties) {
            return new OntraportSandboxCustomizer(sandbox, properties.requestsPerMinute());
        }
    }

    /** Going on without the sandbox would send what is meant for it to the real account. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(SandboxEnabled.class)
    @ConditionalOnMissingClass("io.github.camelontraport.sandbox.OntraportSandbox")
    static class Missing {

        Missing() {
            throw new MissingSandboxException();
        }
    }
}
