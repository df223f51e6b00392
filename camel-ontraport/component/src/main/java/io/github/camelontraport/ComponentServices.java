package io.github.camelontraport;

import io.github.camelontraport.account.ClientRegistry;
import io.github.camelontraport.account.StoppingRoutes;

/** What all endpoints of a component share. */
public record ComponentServices(ClientRegistry clients, StoppingRoutes stoppingRoutes) {}
