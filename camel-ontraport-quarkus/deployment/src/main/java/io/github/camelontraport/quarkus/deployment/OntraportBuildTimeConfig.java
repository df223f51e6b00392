package io.github.camelontraport.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Camel Ontraport, build and development. */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.camel-ontraport")
public interface OntraportBuildTimeConfig {

    /** Dev Services. */
    DevServices devservices();

    /** An Ontraport account, the sandbox, that starts with the application in dev and test mode. */
    interface DevServices {

        /**
         * Whether the sandbox starts, in dev and test mode, when the configuration has none of
         * {@code camel.component.ontraport.api-key}, {@code app-id} and {@code base-url}, nor of the same below
         * {@code camel.component.ontraport.configuration}.
         */
        @WithDefault("true")
        boolean enabled();

        /** The port on which the sandbox listens; 0 for one that is free. */
        @WithDefault("0")
        int port();

        /** Whether the account begins with example data, such as contacts, tags and products; otherwise it is empty. */
        @WithDefault("true")
        boolean exampleData();
    }
}
