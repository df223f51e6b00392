package io.github.camelontraport.option;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;

/**
 * The options that one configuration class declares, read through the configurer that Camel's build generates for the
 * class. An option belongs to the group whose class declares it.
 */
public final class OptionGroup {

    private final ExtendedPropertyConfigurerGetter configurer;
    private final Object configuration;
    private final Object defaults;

    private OptionGroup(ExtendedPropertyConfigurerGetter configurer, Object configuration, Object defaults) {
        this.configurer = configurer;
        this.configuration = configuration;
        this.defaults = defaults;
    }

    /** @param defaults a new instance of the same class, for comparison */
    public static <T> OptionGroup of(CamelContext context, T configuration, T defaults) {
        String type = configuration.getClass().getName();
        if (PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer(type, context)
                instanceof ExtendedPropertyConfigurerGetter configurer) {
            return new OptionGroup(configurer, configuration, defaults);
        }
        throw new IllegalStateException("The generated configurer of " + type + " is missing on the class path");
    }

    /** The names of all options of the group. The set ignores case, as URIs do. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        configurer.getAllOptions(configuration).keySet().forEach(name -> names.add(decapitalize(name)));
        return names;
    }

    /** The options whose values differ from the defaults, with their values, ordered by name. */
    public Map<String, Object> changed() {
        Map<String, Object> changed = new TreeMap<>();
        for (String name : names()) {
            Object value = configurer.getOptionValue(configuration, name, false);
            if (!Objects.equals(value, configurer.getOptionValue(defaults, name, false))) {
                changed.put(name, value);
            }
        }
        return Collections.unmodifiableMap(changed);
    }

    private static String decapitalize(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
