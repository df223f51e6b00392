package io.github.camelontraport.springboot;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.Environment;

/**
 * Hides the secret options of the component: the properties that hold them, by name, and whatever has the same value, such as
 * the environment variable that a property refers to.
 */
final class SecretSanitizer implements SanitizingFunction {

    private final ComponentProperties secrets;
    private final Set<String> names;

    SecretSanitizer(Environment environment, List<ComponentOption> options) {
        List<ComponentOption> secret =
                options.stream().filter(ComponentOption::secret).toList();
        secrets = new ComponentProperties(environment, secret, "ontraport");
        names = secret.stream()
                .map(option -> uniform("camel.component.ontraport." + option.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        if (data.getValue() == null) {
            return data;
        }
        return names.contains(uniform(data.getKey()))
                        || isSecret(data.getValue().toString())
                ? data.withSanitizedValue()
                : data;
    }

    private boolean isSecret(String value) {
        return !value.isBlank() && secrets.values().containsValue(value);
    }

    /** The form in which all ways to write a name are equal, those of environment variables included. */
    private static String uniform(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
