package io.github.camelontraport.quarkus.deployment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

@Path("/contacts")
public class ContactsResource {

    @Inject
    ProducerTemplate template;

    @GET
    public String count() {
        return "Contacts: " + template.requestBody("ontraport:contacts?operation=count", null, Long.class);
    }

    @POST
    public String create() {
        return template.requestBody("ontraport:contacts?operation=create", Map.of("email", "reload@example.org"))
                .toString();
    }
}
