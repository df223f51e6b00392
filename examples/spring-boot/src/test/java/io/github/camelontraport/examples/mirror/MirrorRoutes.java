package io.github.camelontraport.examples.mirror;

import java.util.Iterator;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

@Component
class MirrorRoutes extends RouteBuilder {

    private static final String STATE = "&stateRepository=#ontraportState";

    private final ContactTable table;

    MirrorRoutes(ContactTable table) {
        this.table = table;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void configure() {
        from("ontraport:contacts?event=updated&startFrom=beginning&listFields=firstname,email&delay={{mirror.delay:60000}}"
                        + STATE)
                .routeId("changed")
                .process(exchange -> table.save(exchange.getMessage().getBody(Map.class)));

        from("ontraport:contacts?event=deleted&delay={{mirror.deleted-delay:3600000}}" + STATE)
                .routeId("deleted")
                .process(exchange -> table.delete(exchange.getMessage().getBody(Long.class)));

        from("timer:nightly?delay={{mirror.compare:86400000}}&period={{mirror.compare:86400000}}")
                .routeId("compared")
                .to("ontraport:contacts?operation=search&sort=id&listFields=id&streaming=true")
                .process(exchange -> table.keepOnly(exchange.getMessage().getBody(Iterator.class)));
    }
}
