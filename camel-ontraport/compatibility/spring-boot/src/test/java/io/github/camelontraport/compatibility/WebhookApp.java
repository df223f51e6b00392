package io.github.camelontraport.compatibility;

import io.github.camelontraport.OntraportEndpointBuilderFactory.OntraportBuilders;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.spi.DataType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Receives contacts that are created as CloudEvents. Not found by the scan of the other application. */
@EnableAutoConfiguration
class WebhookApp {

    private static final class Routes extends EndpointRouteBuilder implements OntraportBuilders {

        @Override
        public void configure() {
            from(webhook(ontraport("contacts")
                                    .event("created")
                                    .webhookVerifyToken("t0ken-of-a-test_0123")
                                    .getRawUri())
                            .webhookComponentName("platform-http")
                            .webhookPath("RAW(/hook)")
                            .webhookExternalUrl("RAW({{hooks.url}})"))
                    .transformDataType(new DataType("ontraport:application-cloudevents"))
                    .to(mock("delivered"));
        }
    }

    @Bean
    RoutesBuilder routes() {
        return new Routes();
    }
}
