package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.SandboxReply;
import io.github.camelontraport.sandbox.fault.RequestFault;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happens to a request on the wire.
 *
 * @param reply null when the connection is dropped
 * @param headers all that the reply has, its content type included
 * @param delay real time before the reply goes out
 * @param afterwards runs before the reply goes out
 */
public record WireOutcome(ApiReplyText reply, Map<String, String> headers, Duration delay, Runnable afterwards) {

    static WireOutcome dropped() {
        return new WireOutcome(null, Map.of(), Duration.ZERO, RequestFault.NOTHING);
    }

    /** The reply by itself, without its delay; empty when the connection is dropped. */
    public Optional<SandboxReply> toReply() {
        if (reply == null) {
            return Optional.empty();
        }
        Map<String, String> byLowerCase = new TreeMap<>();
        headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
        return Optional.of(new SandboxReply(reply.status(), Collections.unmodifiableMap(byLowerCase), reply.body()));
    }
}
