package io.github.camelontraport.springboot.app;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * An application with Actuator and every auto-configuration of the class path. Its routes write contacts and watch for them.
 * In a package of its own, as that is scanned for configurations.
 */
@SpringBootApplication
public class WebApplication {

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:save").routeId("save").to("ontraport:contacts?operation=upsert");
                from("ontraport:contacts?event=created&startFrom=beginning&settleTime=0&initialDelay=0&delay=100")
                        .routeId("watch")
                        .to("mock:seen");
            }
        };
    }
}
