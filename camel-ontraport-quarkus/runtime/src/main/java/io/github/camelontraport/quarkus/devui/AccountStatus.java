package io.github.camelontraport.quarkus.devui;

import io.github.camelontraport.OntraportDevConsole;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;

/** Answers the Dev UI what Camel's developer console shows of Ontraport. */
public class AccountStatus {

    private final OntraportDevConsole console = new OntraportDevConsole();

    @Inject
    AccountStatus(CamelContext context) {
        console.setCamelContext(context);
    }

    /** Requests left, polls, syncs and subscriptions, as the console's JSON. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> status() {
        return (Map<String, Object>) console.call(DevConsole.MediaType.JSON);
    }
}
