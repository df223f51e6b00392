package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.OntraportSandbox;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** The component's Kamelets in a Spring Boot application. */
class KameletsTest {

    private static final long PATIENCE_MILLIS = 30_000;

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:write").to("kamelet:ontraport-sink?objectType=contacts");
            from("kamelet:ontraport-source?objectType=contacts&event=created&startFrom=beginning&delay=100")
                    .to("mock:created");
        }
    }

    @Test
    void writeAndWatchTheAccountOfTheApplication() {
        TestApplication.runner()
                .withPropertyValues("ontraport.sandbox.enabled=true")
                .withBean(RoutesBuilder.class, Routes::new)
                .run(application -> {
                    MockEndpoint created =
                            application.getBean(CamelContext.class).getEndpoint("mock:created", MockEndpoint.class);
                    created.expectedMessageCount(1);
                    created.setResultWaitTime(PATIENCE_MILLIS);
                    application
                            .getBean(ProducerTemplate.class)
                            .sendBody("direct:write", "{\"email\": \"ada@example.com\", \"firstname\": \"Ada\"}");

                    created.assertIsSatisfied();
                    assertThat(application.getBean(OntraportSandbox.class).records(0))
                            .hasSize(1);
                    String record = created.getExchanges().get(0).getMessage().getBody(String.class);
                    assertThat(new ObjectMapper()
                                    .readTree(record)
                                    .get("firstname")
                                    .asText())
                            .isEqualTo("Ada");
                });
    }
}
