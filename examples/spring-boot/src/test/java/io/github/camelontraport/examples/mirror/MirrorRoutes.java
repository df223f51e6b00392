package io.github.camelontraport.examples.mirror;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
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
        from("ontraport:contacts?event=updated&startFrom=beginning&listFields=firstname,email&delay={{mirror.delay:1m}}"
                        + STATE)
                .routeId("changed")
                .process(exchange -> table.save(exchange.getMessage().getBody(Map.class)));

        from("ontraport:contacts?event=deleted&delay={{mirror.deleted-delay:1h}}&settleTime={{mirror.settle:30s}}"
                        + STATE)
                .routeId("deleted")
                .process(exchange -> table.delete(exchange.getMessage().getBody(Long.class)));

        from("timer:compare?delay={{mirror.compare-delay:10m}}&period={{mirror.compare:1d}}")
                .routeId("compared")
                // First, so that a contact that comes meanwhile is not taken for one that is gone.
                .process(exchange -> exchange.setVariable("rows", table.ids()))
                .to("ontraport:contacts?operation=search&listFields=id&streaming=true")
                .process(exchange -> table.keepOnly(
                        exchange.getVariable("rows", Set.class),
                        exchange.getMessage().getBody(Iterator.class)));
    }
}
