package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of a request as the client sees it.
 *
 * @param reply null when the connection is dropped
 * @param headers all headers of the reply, including its content type
 * @param delay until the reply is sent, in real time
 * @param afterwards runs before the reply is sent
 */
public record WireOutcome(AccountReply reply, Map<String, String> headers, Duration delay, Runnable afterwards) {

    static WireOutcome dropped() {
        return new WireOutcome(null, Map.of(), Duration.ZERO, RequestFault.NOTHING);
    }

    /** The headers by lower-case name. */
    public Map<String, String> headersByLowerCase() {
        Map<String, String> byLowerCase = new TreeMap<>();
        headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
        return Collections.unmodifiableMap(byLowerCase);
    }
}
