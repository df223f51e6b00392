package io.github.camelontraport.quarkus;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Lets environment variables such as {@code CAMEL_COMPONENT_ONTRAPORT_API_KEY} set options of the component. The
 * configuration lists that one as {@code camel.component.ontraport.api.key}, as it cannot know which underscores are
 * dashes, and Camel looks for an option {@code api} with a {@code key} in it. The options of the component's configuration
 * are listed alike.
 */
@StaticInitSafe
public class EnvironmentNames implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "camel.component.ontraport.";
    /** The one option of the component that has options of its own. */
    private static final String NESTED = PREFIX + "configuration.";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return context.proceed(name);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Set<String> names = new HashSet<>();
        context.iterateNames().forEachRemaining(name -> names.add(dashed(name, context)));
        return names.iterator();
    }

    private static String dashed(String name, ConfigSourceInterceptorContext context) {
        if (!name.startsWith(PREFIX)) {
            return name;
        }
        String prefix = name.startsWith(NESTED) ? NESTED : PREFIX;
        if (name.indexOf('.', prefix.length()) < 0) {
            return name;
        }
        String dashed = prefix + name.substring(prefix.length()).replace('.', '-');
        return context.proceed(dashed) == null ? name : dashed;
    }
}
