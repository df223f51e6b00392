package io.github.camelontraport.kill;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** The sandbox of the parent, which a child is told of by its first three arguments. */
final class ChildAccount {

    private ChildAccount() {}

    /** @param more arguments that follow those of the account */
    static List<String> arguments(OntraportSandbox account, String... more) {
        return Stream.concat(Stream.of(account.baseUrl(), account.apiKey(), account.appId()), Stream.of(more))
                .toList();
    }

    static void connect(CamelContext context, List<String> arguments) {
        connect(context.getComponent("ontraport", OntraportComponent.class), arguments);
    }

    /** Without a limit that the sandbox has not. */
    static void connect(OntraportComponent component, List<String> arguments) {
        component.setRequestsPerMinute(1_000_000_000);
        OntraportConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(arguments.get(0));
        configuration.setApiKey(arguments.get(1));
        configuration.setAppId(arguments.get(2));
    }
}
