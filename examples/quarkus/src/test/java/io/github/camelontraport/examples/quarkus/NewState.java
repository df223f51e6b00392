package io.github.camelontraport.examples.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/** A file of its own for each run, as each has another sandbox; and no waiting, in production mode either. */
public class NewState implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("watch.file", "target/state/" + UUID.randomUUID(), "watch.delay", "1000");
    }

    @Override
    public void stop() {
        // What is in target is cleaned away.
    }
}
