package io.github.camelontraport;

import io.github.camelontraport.account.ClientRegistry;
import io.github.camelontraport.account.StoppingRoutes;

/** What all endpoints of a component share. */
record ComponentServices(
        ClientRegistry clients, StoppingRoutes stoppingRoutes, RunningSyncs syncs, RunningPolls polls) {

    static ComponentServices of(ClientRegistry clients) {
        return new ComponentServices(clients, new StoppingRoutes(clients), new RunningSyncs(), new RunningPolls());
    }
}
