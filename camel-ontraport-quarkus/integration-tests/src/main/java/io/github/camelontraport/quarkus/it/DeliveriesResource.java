package io.github.camelontraport.quarkus.it;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Shows what was delivered. */
@Path("/deliveries")
public class DeliveriesResource {

    @Inject
    Deliveries deliveries;

    @GET
    public List<String> emails() {
        return deliveries.emails();
    }
}
