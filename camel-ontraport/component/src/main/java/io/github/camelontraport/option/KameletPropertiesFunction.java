package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.PropertiesFunction;

/**
 * Puts a property of a Kamelet into an endpoint URI so that it arrives as it is written:
 * {@code {{?ontraport-kamelet:condition}}} is the property {@code condition}, in the form {@code RAW(...)} where it needs it.
 * A template cannot write RAW by itself, as Camel leaves out an option without a value only when the placeholder is the whole
 * option. A plain placeholder would also take the environment variable {@code PATH} for a property {@code path} that is not
 * set; this function reads only what the Kamelet was given.
 */
@org.apache.camel.spi.annotations.PropertiesFunction(KameletPropertiesFunction.NAME)
public final class KameletPropertiesFunction implements PropertiesFunction, CamelContextAware {

    static final String NAME = "ontraport-kamelet";

    /** What nobody encodes: Camel encodes other values when it leaves out an option. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]+");

    /** Camel's YAML DSL writes RAW around secrets by itself. */
    private static final Set<String> SECRETS = Set.of("apiKey", "appId");

    private CamelContext camelContext;

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** A property without a value leaves the option out. */
    @Override
    public boolean optional(String property) {
        return true;
    }

    /**
     * The value of a property; {@code null} when it has none.
     *
     * @throws InvalidInputException when no URI can hold the value
     */
    @Override
    public String apply(String property) {
        Properties given = camelContext.getPropertiesComponent().getLocalProperties();
        String value = given == null ? null : given.getProperty(property);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return SECRETS.contains(property) || PLAIN.matcher(value).matches() ? value : raw(property, value);
    }

    private static String raw(String property, String value) {
        return EndpointUri.rawForm(value)
                .orElseThrow(() -> new InvalidInputException(
                        "Property " + property + ": no URI can hold its value; give it in a header or in the body"));
    }
}
