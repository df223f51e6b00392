package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.option.OptionParser;
import io.github.camelontraport.webhook.WebhookFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.PropertiesHelper;

/** The options in an endpoint's URI, before Camel sets them. */
final class EndpointParameters {

    /** Options whose values are names, and what reads such a name: Camel's own error does not list the possible ones. */
    private static final Map<String, UnaryOperator<String>> NAMES = Map.of(
            "operation", name -> Operations.named(name).name(),
            "event", name -> OntraportEvent.named(name).name(),
            "webhookFormat", name -> WebhookFormat.named(name).name());

    private EndpointParameters() {}

    /** Brings the values into the form that was checked, so that Camel sets no other. */
    static void parse(Map<String, Object> parameters, PropertyConfigurer options) {
        NAMES.forEach(
                (option, reader) -> parameters.computeIfPresent(option, (same, name) -> reader.apply(name.toString())));
        if (options instanceof PropertyConfigurerGetter types) {
            parameters.replaceAll((option, value) -> OptionParser.parse(types, option, value));
        }
    }

    /** Takes the parameters of a raw call, such as {@code query.objectID=0}, out of the options. */
    static Map<String, Object> extractQuery(Map<String, Object> parameters) {
        if (parameters.get("query") instanceof String text && !text.startsWith("#")) {
            throw new InvalidInputException("Option query: '" + text
                    + "' is not a map; write each parameter as a separate option, such as query.objectID=0");
        }
        return PropertiesHelper.extractProperties(parameters, EndpointOptions.QUERY_PREFIX);
    }
}
