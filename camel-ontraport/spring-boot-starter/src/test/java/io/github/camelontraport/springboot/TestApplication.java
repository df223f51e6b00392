package io.github.camelontraport.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot application with Camel, the component and a route that writes a contact. */
final class TestApplication {

    private TestApplication() {}

    static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class,
                        OntraportAutoConfiguration.class,
                        OntraportSandboxAutoConfiguration.class,
                        OntraportActuatorAutoConfiguration.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Route {

        @Bean
        RouteBuilder save() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:save").routeId("save").to("ontraport:contacts?operation=upsert");
                }
            };
        }
    }
}
