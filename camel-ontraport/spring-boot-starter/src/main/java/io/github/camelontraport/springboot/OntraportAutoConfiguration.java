package io.github.camelontraport.springboot;

import io.github.camelontraport.OntraportComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/** Passes the properties {@code camel.component.ontraport.*} on to the component. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(OntraportComponent.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.ontraport"})
public class OntraportAutoConfiguration {

    @Bean
    ComponentCustomizer ontraportComponentCustomizer(Environment environment) {
        return new OntraportComponentCustomizer(environment);
    }
}
