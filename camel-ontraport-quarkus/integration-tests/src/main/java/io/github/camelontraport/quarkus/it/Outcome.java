package io.github.camelontraport.quarkus.it;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What an exchange ended with.
 *
 * @param headers  those of the component, as text
 * @param failure  class and message of the exception; null for none
 */
public record Outcome(Object body, Map<String, String> headers, String failure) {

    static Outcome of(Exchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (name.startsWith("CamelOntraport")) {
                headers.put(name, String.valueOf(value));
            }
        });
        Exception failure = exchange.getException();
        return new Outcome(failure == null ? exchange.getMessage().getBody() : null, headers,
                failure == null ? null : failure.getClass().getName() + ": " + failure.getMessage());
    }
}
