package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.option.EndpointUri;
import org.apache.camel.CamelContext;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;

/**
 * The options of an endpoint whose URI holds a plus or an encoded character. In the URI of an application they are refused,
 * if Camel would change their values. In that of a component which wraps the endpoint, such as webhook or master, they are
 * encoded.
 *
 * @param refusal {@code null} when no value changes without a wrapping component
 */
record WrappedEndpointOptions(EndpointUri uri, InvalidInputException refusal) {

    /** When no value changes. */
    static final WrappedEndpointOptions NONE = new WrappedEndpointOptions(EndpointUri.EMPTY, null);

    void refuse() {
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Sets the decoded values, or refuses them when no component wraps the endpoint. */
    void decodeIfWrapped(Endpoint endpoint) {
        boolean wrapped = !equals(NONE)
                && endpoint.getCamelContext().getEndpoints().stream()
                        .anyMatch(other ->
                                other instanceof DelegateEndpoint wrapper && wrapper.getEndpoint() == endpoint);
        if (wrapped) {
            decode(endpoint);
        } else {
            refuse();
        }
    }

    /** Sets the decoded values, where they differ from what Camel's normal form means. */
    void decode(Endpoint endpoint) {
        CamelContext context = endpoint.getCamelContext();
        uri.encoded().forEach((option, value) -> {
            if (!value.equals(uri.options().get(option))) {
                PropertyConfigurer configurer = PluginHelper.getConfigurerResolver(context)
                        .resolvePropertyConfigurer("ontraport-endpoint", context);
                configurer.configure(context, endpoint, option, value, true);
            }
        });
    }
}
