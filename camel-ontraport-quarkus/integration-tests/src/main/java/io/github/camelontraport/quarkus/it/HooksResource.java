package io.github.camelontraport.quarkus.it;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Gets deliveries over HTTP, and hands them on as Camel's HTTP components do. */
@Path("/hooks/{name}")
public class HooksResource {

    @Inject
    ProducerTemplate template;

    @POST
    public Response deliver(@Context UriInfo uri, @HeaderParam("Content-Type") String contentType, byte[] body) {
        Exchange done = template.request(HooksServer.endpoint(uri.getPath()) + "?block=false", exchange -> {
            exchange.getMessage().setBody(new ByteArrayInputStream(body));
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, contentType);
            exchange.getMessage()
                    .setHeader(Exchange.HTTP_QUERY, uri.getRequestUri().getRawQuery());
        });
        // Without a status there is no route that listens.
        return Response.status(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 503, Integer.class))
                .build();
    }
}
