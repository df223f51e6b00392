package io.github.camelontraport.quarkus.devui;

import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Answers the Dev UI where the sandbox is, which is known once the Dev Service has started. */
public class SandboxLink {

    private static final String BASE_URL = "camel.component.ontraport.base-url";

    /** The URL of the sandbox's web page, which is at the root of the host that serves the API. */
    public String sandboxPage() {
        return URI.create(ConfigProvider.getConfig().getValue(BASE_URL, String.class))
                .resolve("/")
                .toString();
    }
}
