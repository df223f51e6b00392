package io.github.camelontraport.sandbox;

import java.time.Duration;
import java.util.Map;

/**
 * What happens to a request on the wire.
 *
 * @param reply null when the connection is dropped
 * @param headers all that the reply has, its content type included
 * @param delay real time before the reply goes out
 */
record Outcome(Reply reply, Map<String, String> headers, Duration delay) {

    static Outcome dropped() {
        return new Outcome(null, Map.of(), Duration.ZERO);
    }
}
