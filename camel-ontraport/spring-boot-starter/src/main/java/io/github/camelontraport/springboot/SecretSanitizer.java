package io.github.camelontraport.springboot;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Hides the secret options of components: the properties that hold them, by name, and whatever has the same value, such as
 * the environment variable that a property refers to. Names of components are not known here, so secrets of other components
 * that have the same options are hidden, too.
 */
final class SecretSanitizer implements SanitizingFunction {

    private static final String PREFIX = "camelcomponent";

    private final ConfigurableEnvironment environment;
    private final Set<String> secretOptions;

    SecretSanitizer(ConfigurableEnvironment environment, List<ComponentOption> options) {
        this.environment = environment;
        this.secretOptions = options.stream()
                .filter(ComponentOption::secret)
                .map(option -> uniform(option.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        if (data.getValue() == null) {
            return data;
        }
        return isSecretName(data.getKey()) || isSecret(data.getValue().toString()) ? data.withSanitizedValue() : data;
    }

    private boolean isSecretName(String name) {
        String uniform = uniform(name);
        return uniform.startsWith(PREFIX) && secretOptions.stream().anyMatch(uniform::endsWith);
    }

    private boolean isSecret(String value) {
        return !value.isBlank()
                && environment.getPropertySources().stream()
                        .filter(EnumerablePropertySource.class::isInstance)
                        .flatMap(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                        .filter(this::isSecretName)
                        .map(environment::getProperty)
                        .filter(Objects::nonNull)
                        .anyMatch(value::equals);
    }

    /** The form in which all ways to write a name are equal, those of environment variables included. */
    private static String uniform(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
