package io.github.camelontraport;

import io.github.camelontraport.account.AccountSettings;
import io.github.camelontraport.account.ClientOwner;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.MissingCredentialException;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.util.StringHelper;

/**
 * Says how to give a credential that is missing. Who reads the application's properties depends on the runtime: Spring Boot
 * has names of its own, and passes them on with the starter only. What is set already is not asked for.
 */
record CredentialAdvice(CamelContext context, String component, String option) {

    private static final String SPRING_BOOT_CONTEXT = "org.apache.camel.spring.boot.SpringBootCamelContext";
    private static final String STARTER = "io.github.camelontraport.springboot.OntraportAutoConfiguration";

    /** The settings of the account; refuses missing credentials and an invalid base URL. */
    static AccountSettings accountSettings(OntraportConfiguration configuration, ClientOwner component) {
        try {
            return configuration.accountSettings();
        } catch (MissingCredentialException e) {
            CredentialAdvice advice = new CredentialAdvice(component.getCamelContext(), component.name(), e.option());
            throw new InvalidInputException(e.getMessage() + ": " + advice.text(), e);
        }
    }

    private String text() {
        if (!isPresent(SPRING_BOOT_CONTEXT)) {
            return "set the option " + option + " on the component (camel.component." + component + "." + option
                    + ") or the endpoint";
        }
        return isPresent(STARTER) ? withStarter() : withoutStarter();
    }

    private String withStarter() {
        Optional<String> given = given();
        if (given.isEmpty()) {
            return "set " + property() + ", or the option on the endpoint";
        }
        if (given.get().isBlank()) {
            return "the property " + propertyName() + " is set, but empty";
        }
        return "the property " + propertyName() + " is set, but not passed on, as the auto-configuration is off"
                + " (camel.component." + component + ".enabled or .customizer.enabled is false)";
    }

    private String withoutStarter() {
        return "Spring Boot passes camel.component." + component + ".* on to the component only with"
                + " camel-ontraport-spring-boot-starter, which is not there. Add it"
                + (given().isPresent()
                        ? "; the property " + propertyName() + " is set already"
                        : ", and set " + property());
    }

    /** Spring's canonical form, by which its environment finds every other form. */
    private String propertyName() {
        return "camel.component." + StringHelper.camelCaseToDash(component) + "."
                + StringHelper.camelCaseToDash(option);
    }

    private String property() {
        String variable = propertyName().replace("-", "").replace('.', '_');
        return "the property " + propertyName() + " or the environment variable " + variable.toUpperCase(Locale.ROOT);
    }

    private Optional<String> given() {
        try {
            return context.getPropertiesComponent().resolveProperty(propertyName());
        } catch (IllegalArgumentException e) {
            // The property refers to another one that is not set.
            return Optional.empty();
        }
    }

    private boolean isPresent(String type) {
        return context.getClassResolver().resolveClass(type) != null;
    }
}
