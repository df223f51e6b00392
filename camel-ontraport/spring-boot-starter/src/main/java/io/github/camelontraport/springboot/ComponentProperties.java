package io.github.camelontraport.springboot;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The properties of the application that are options of a component: {@code camel.component.NAME.*}, in every form that Spring
 * Boot accepts.
 */
final class ComponentProperties {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)}");
    /** Camel's starters know these for every component; they decide whether properties are passed on. */
    private static final List<String> SWITCHES = List.of("enabled", "customizer.enabled");

    private final Environment environment;
    private final List<ComponentOption> options;
    private final ConfigurationPropertyName prefix;

    ComponentProperties(Environment environment, List<ComponentOption> options, String component) {
        this.environment = environment;
        this.options = options;
        this.prefix =
                ConfigurationPropertyName.of("camel.component").append(DataObjectPropertyName.toDashedForm(component));
    }

    /** The texts of the options that are set. */
    Map<ComponentOption, String> values() {
        Binder binder = Binder.get(environment);
        Map<ComponentOption, String> values = new LinkedHashMap<>();
        for (ComponentOption option : options) {
            binder.bind(name(option).toString(), String.class).ifBound(value -> values.put(option, value));
        }
        return values;
    }

    /**
     * Refuses values that refer to a property that is not set: Spring passes such a reference on as it is.
     *
     * @throws InvalidInputException with the names of both properties
     */
    void refuseOpenReferences() {
        values().forEach(this::refuseOpenReference);
    }

    private void refuseOpenReference(ComponentOption option, String value) {
        Matcher reference = REFERENCE.matcher(value);
        if (reference.matches()) {
            throw new InvalidInputException("The property " + name(option) + " refers to " + reference.group(1)
                    + ", which is neither a property nor an environment variable");
        }
    }

    /**
     * Refuses misspelt names, which would have no effect. Names of environment variables are not looked at: where a name of
     * several words ends, they do not say.
     *
     * @throws InvalidInputException with the nearest name
     */
    void refuseUnknown() {
        Set<String> known = new TreeSet<>(SWITCHES);
        options.forEach(option -> known.add(option.dashedName()));
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                names.stream()
                        .filter(name -> prefix.isAncestorOf(name)
                                && known.stream().map(prefix::append).noneMatch(name::equals))
                        .findFirst()
                        .ifPresent(name -> refuse(name, known));
            }
        }
    }

    private ConfigurationPropertyName name(ComponentOption option) {
        return prefix.append(option.dashedName());
    }

    private void refuse(ConfigurationPropertyName name, Set<String> known) {
        String last = name.getLastElement(Form.DASHED);
        Optional<String> nearest = Suggestions.to(last, known);
        throw new InvalidInputException("The property " + name + " is unknown."
                + nearest.map(option -> " Did you mean " + prefix + "." + option + "?")
                        .orElse(""));
    }
}
