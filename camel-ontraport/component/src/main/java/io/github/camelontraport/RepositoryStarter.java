package io.github.camelontraport;

import org.apache.camel.CamelContext;
import org.apache.camel.Service;

/** Starts the repositories that applications supply. */
final class RepositoryStarter {

    private RepositoryStarter() {}

    /** The repository stops with the context. If it fails to start, it is removed, so that the next start of the route tries again. */
    static void start(Service repository, CamelContext context) throws Exception {
        if (context.hasService(repository)) {
            return;
        }
        try {
            context.addService(repository, true, true);
        } catch (Exception e) {
            context.removeService(repository);
            throw e;
        }
    }
}
