package io.github.camelontraport.docs;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel contexts whose ontraport component talks to a sandbox. */
final class SandboxContext {

    private SandboxContext() {}

    /** Not started yet. */
    static CamelContext of(OntraportSandbox sandbox) {
        CamelContext context = new DefaultCamelContext();
        OntraportConfiguration settings =
                context.getComponent("ontraport", OntraportComponent.class).getConfiguration();
        settings.setBaseUrl(sandbox.baseUrl());
        settings.setApiKey(sandbox.apiKey());
        settings.setAppId(sandbox.appId());
        settings.setRetryDelay(1);
        return context;
    }
}
