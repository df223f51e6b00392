package io.github.camelontraport;

/** A polling consumer, as the developer console shows it. */
interface ObservedPoll {

    /** {@code null} for a consumer that no route has. */
    String routeId();

    /** The URI, without secrets. */
    String endpointText();

    /** The key under which the state is stored. */
    String stateKey();

    PollStatus status();
}
