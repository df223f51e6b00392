package io.github.camelontraport.quarkus.it;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Body;

/** The e-mail addresses of the contacts that routes handed over, in their order; null for a contact without. */
@Singleton
@Named("deliveries")
@RegisterForReflection
public class Deliveries {

    private final List<String> emails = new CopyOnWriteArrayList<>();

    public void add(@Body Map<String, Object> contact) {
        emails.add((String) contact.get("email"));
    }

    List<String> emails() {
        return new ArrayList<>(emails);
    }
}
