package io.github.camelontraport.springboot;

import io.github.camelontraport.OntraportComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Sets the options of a component from the properties {@code camel.component.NAME.*}, where NAME is that of the component. It
 * comes before the application's own customizers, which may change what it sets.
 */
final class OntraportComponentCustomizer implements ComponentCustomizer {

    private final Environment environment;
    private final List<ComponentOption> options = ComponentOption.all();

    OntraportComponentCustomizer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean isEnabled(String name, Component component) {
        return component instanceof OntraportComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", "camel.component." + name + ".customizer");
    }

    @Override
    public void configure(String name, Component component) {
        ComponentProperties properties = new ComponentProperties(environment, options, name);
        properties.refuseUnknown();
        // The sandbox replaces the credentials, so that they may be missing.
        if (!SandboxEnabled.in(environment)) {
            properties.refuseOpenReferences();
        }
        ServiceHelper.initService(component);
        properties.values().forEach((option, value) -> set(component, option, value));
    }

    /** A text is set as it is: what begins with a # may be a password. */
    private static void set(Component component, ComponentOption option, String value) {
        CamelContext context = component.getCamelContext();
        if (option.bean()) {
            CamelPropertiesHelper.setCamelProperties(
                    context, component, new HashMap<>(Map.of(option.name(), value)), true);
        } else {
            component
                    .getComponentPropertyConfigurer()
                    .configure(context, component, option.name(), context.resolvePropertyPlaceholders(value), false);
        }
    }
}
