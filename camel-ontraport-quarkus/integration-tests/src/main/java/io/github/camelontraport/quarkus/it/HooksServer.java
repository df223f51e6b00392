package io.github.camelontraport.quarkus.it;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;

/**
 * What {@code webhookComponentName} names, in place of platform-http, which there is no extension of in the mirror that CI
 * builds from: leads requests to {@link HooksResource} into the route.
 */
@Singleton
@Named("hooks")
public class HooksServer implements RestConsumerFactory {

    @Override
    public Consumer createConsumer(
            CamelContext context,
            Processor processor,
            String verb,
            String basePath,
            String uriTemplate,
            String consumes,
            String produces,
            RestConfiguration configuration,
            Map<String, Object> parameters)
            throws Exception {
        return context.getEndpoint(endpoint(basePath)).createConsumer(processor);
    }

    static String endpoint(String path) {
        return "direct:" + path;
    }
}
