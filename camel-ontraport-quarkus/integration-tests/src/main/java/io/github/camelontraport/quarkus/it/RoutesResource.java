package io.github.camelontraport.quarkus.it;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.apache.camel.CamelContext;

/** Starts and stops routes. */
@Path("/routes/{id}")
public class RoutesResource {

    @Inject
    CamelContext context;

    @POST
    @Path("/start")
    public void start(@PathParam("id") String id) throws Exception {
        context.getRouteController().startRoute(id);
    }

    @POST
    @Path("/stop")
    public void stop(@PathParam("id") String id) throws Exception {
        context.getRouteController().stopRoute(id);
    }
}
