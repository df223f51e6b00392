package io.github.camelontraport;

import org.apache.camel.CamelContext;
import org.apache.camel.Service;

/** Starts what users give for keeping things in. */
public final class Repositories {

    private Repositories() {}

    /** With the context it stops. One that could not start is forgotten, so that the next start of the route tries again. */
    public static void start(Service repository, CamelContext context) throws Exception {
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
