package io.github.camelontraport.docs;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.main.Main;

/** Camel Main with the routes of a document, on a sandbox. */
final class MainRoutes {

    private MainRoutes() {}

    /**
     * Not started yet.
     *
     * @param folder for the file of the routes
     */
    static Main of(OntraportSandbox account, Path folder, String yaml) throws IOException {
        Main main = new Main();
        main.addInitialProperty("camel.component.ontraport.baseUrl", account.baseUrl());
        main.addInitialProperty("camel.component.ontraport.apiKey", account.apiKey());
        main.addInitialProperty("camel.component.ontraport.appId", account.appId());
        Path routes = Files.writeString(folder.resolve("routes.camel.yaml"), yaml);
        main.configure().withRoutesIncludePattern(routes.toUri().toString());
        return main;
    }
}
