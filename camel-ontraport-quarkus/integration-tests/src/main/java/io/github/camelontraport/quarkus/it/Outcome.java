package io.github.camelontraport.quarkus.it;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What an exchange ended with.
 *
 * @param headers those of the component, as text
 * @param failure class and message of the exception; null for none
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
        return failure == null
                ? new Outcome(exchange.getMessage().getBody(), headers, null)
                : new Outcome(null, headers, text(failure));
    }

    /** Of an exchange that there never was. */
    static Outcome of(Exception failure) {
        return new Outcome(null, Map.of(), text(failure));
    }

    private static String text(Exception failure) {
        return failure.getClass().getName() + ": " + failure.getMessage();
    }
}
