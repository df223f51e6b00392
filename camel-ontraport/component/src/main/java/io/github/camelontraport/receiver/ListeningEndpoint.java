package io.github.camelontraport.receiver;

import java.util.Optional;

/** An endpoint of the Camel context that may receive webhooks. */
public interface ListeningEndpoint {

    /** Where its deliveries arrive; empty while no route runs. Never waits for the endpoint's start or stop. */
    Optional<ListenAddress> listensAt();
}
