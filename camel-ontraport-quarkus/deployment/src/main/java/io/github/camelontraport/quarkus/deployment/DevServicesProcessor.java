package io.github.camelontraport.quarkus.deployment;

import io.github.camelontraport.quarkus.deployment.SandboxService.Settings;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Starts a sandbox for an application that has no account configured, in dev and test mode. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class DevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(DevServicesProcessor.class);

    private static final String PREFIX = "camel.component.ontraport.";
    private static final String BASE_URL = PREFIX + "base-url";
    private static final String API_KEY = PREFIX + "api-key";
    private static final String APP_ID = PREFIX + "app-id";

    /** Camel takes both spellings, of the component and of its configuration. */
    private static final List<String> ACCOUNT = Stream.of("base-url", "api-key", "app-id", "baseUrl", "apiKey", "appId")
            .flatMap(option -> Stream.of(PREFIX + option, PREFIX + "configuration." + option))
            .toList();

    @BuildStep
    Optional<DevServicesResultBuildItem> sandbox(OntraportBuildTimeConfig config) {
        if (!isWanted(config)) {
            return Optional.empty();
        }
        Settings settings = Settings.of(config.devservices());
        return Optional.of(DevServicesResultBuildItem.<SandboxService>owned()
                .feature(OntraportProcessor.FEATURE)
                .description("Ontraport sandbox")
                .serviceConfig(settings)
                .startable(() -> new SandboxService(settings))
                .postStartHook(DevServicesProcessor::announce)
                .configProvider(Map.of(
                        BASE_URL,
                        SandboxService::getConnectionInfo,
                        API_KEY,
                        SandboxService::apiKey,
                        APP_ID,
                        SandboxService::appId))
                .build());
    }

    /** Whether the sandbox starts where Dev Services start at all. */
    static boolean isWanted(OntraportBuildTimeConfig config) {
        if (!config.devservices().enabled()) {
            return false;
        }
        Optional<String> configured =
                ACCOUNT.stream().filter(ConfigUtils::isPropertyNonEmpty).findFirst();
        configured.ifPresent(property -> LOG.debugf("No sandbox, because %s is configured", property));
        return configured.isEmpty();
    }

    private static void announce(SandboxService service) {
        LOG.infof(
                "No Ontraport account is configured: a sandbox with %s runs at %s. Look into it with%n  %s",
                service.content(), service.getConnectionInfo(), service.example());
    }
}
