package io.github.camelontraport.quarkus.it;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;

/** Sends what comes in to any endpoint, and tells what came of it. */
@Path("/exchanges")
public class ExchangesResource {

    @Inject
    ProducerTemplate template;

    @POST
    public Outcome send(@QueryParam("to") String uri, String body) {
        try {
            return Outcome.of(template.request(uri, exchange -> exchange.getMessage().setBody(body)));
        } catch (ResolveEndpointFailedException e) {
            return Outcome.of(e);
        }
    }
}
