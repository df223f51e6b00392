package io.github.camelontraport.compatibility;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Writes contacts, and tags those that are created. */
@SpringBootApplication
class SpringBootApp {

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:save").to("ontraport:contacts?operation=upsert");
                from("ontraport:contacts?event=created&startFrom=beginning&initialDelay=0&delay=100&settleTime=0")
                        .routeId("watch")
                        .to("ontraport:contacts?operation=tag&tags=Welcome")
                        .to("mock:seen");
            }
        };
    }
}
