package io.github.camelontraport.quarkus.it;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.spi.Language;

/** Sends a body to any endpoint and returns the result, or the value of an expression on it. */
@Path("/exchanges")
public class ExchangesResource {

    @Inject
    CamelContext context;

    @Inject
    ProducerTemplate template;

    @POST
    public Outcome send(@QueryParam("to") String uri, @QueryParam("simple") String simple, String body) {
        try {
            Exchange done =
                    template.request(uri, exchange -> exchange.getMessage().setBody(body));
            if (simple != null && done.getException() == null) {
                Language language = context.resolveLanguage("simple");
                done.getMessage().setBody(language.createExpression(simple).evaluate(done, Object.class));
            }
            return Outcome.of(done);
        } catch (ResolveEndpointFailedException e) {
            return Outcome.of(e);
        }
    }
}
