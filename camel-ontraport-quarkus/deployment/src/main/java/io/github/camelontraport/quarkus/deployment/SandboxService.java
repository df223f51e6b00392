package io.github.camelontraport.quarkus.deployment;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.quarkus.deployment.builditem.Startable;
import org.jboss.logging.Logger;

/** The sandbox as a Dev Service: its address and credentials are known once it has started. */
final class SandboxService implements Startable {

    private static final Logger LOG = Logger.getLogger(SandboxService.class);

    private final Settings settings;
    private OntraportSandbox sandbox;

    SandboxService(Settings settings) {
        this.settings = settings;
    }

    /** As long as they are equal, live reloads keep the account. */
    record Settings(int port, boolean exampleData) {

        static Settings of(OntraportBuildTimeConfig.DevServices config) {
            return new Settings(config.port(), config.exampleData());
        }
    }

    @Override
    public void start() {
        try {
            sandbox = OntraportSandbox.builder()
                    .port(settings.port)
                    .exampleData(settings.exampleData)
                    .start();
        } catch (RuntimeException e) {
            String why = "The Ontraport sandbox could not start on port " + settings.port
                    + ", perhaps because it is taken: " + e.getMessage()
                    + ". Set quarkus.camel-ontraport.devservices.port, or 0 for a free one";
            // Dev mode waits for a change of the application without showing why.
            LOG.error(why);
            throw new IllegalStateException(why, e);
        }
    }

    @Override
    public String getConnectionInfo() {
        return sandbox.baseUrl();
    }

    String apiKey() {
        return sandbox.apiKey();
    }

    String appId() {
        return sandbox.appId();
    }

    /** What is in the account when it starts. */
    String content() {
        return settings.exampleData ? "made-up data" : "nothing in it";
    }

    /** How to look into the account from a shell. */
    String example() {
        return "curl -H 'Api-Key: " + apiKey() + "' -H 'Api-Appid: " + appId() + "' '" + sandbox.baseUrl()
                + "/Contacts?range=3'";
    }

    /** None: it runs in this process. */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
