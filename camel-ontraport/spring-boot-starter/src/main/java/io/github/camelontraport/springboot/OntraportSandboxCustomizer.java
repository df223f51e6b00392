package io.github.camelontraport.springboot;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;

/**
 * Connects a component to the sandbox, whatever account its properties, the customizers before this one and the URIs of its
 * endpoints name.
 */
final class OntraportSandboxCustomizer implements ComponentCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportSandboxCustomizer.class);

    private final OntraportSandbox sandbox;
    private final Integer requestsPerMinute;

    /** @param requestsPerMinute the limit of the component; {@code null} leaves it as it is */
    OntraportSandboxCustomizer(OntraportSandbox sandbox, Integer requestsPerMinute) {
        this.sandbox = sandbox;
        this.requestsPerMinute = requestsPerMinute;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public boolean isEnabled(String name, Component component) {
        return component instanceof OntraportComponent;
    }

    @Override
    public void configure(String name, Component component) {
        OntraportComponent ontraport = (OntraportComponent) component;
        OntraportConfiguration configuration = ontraport.getConfiguration();
        connect(configuration);
        ontraport.setAccountOverride(this::connect);
        if (requestsPerMinute != null) {
            ontraport.setRequestsPerMinute(requestsPerMinute);
        }
        // The sandbox is in this process: no proxy leads to it.
        configuration.setProxyHost(null);
        configuration.setProxyPort(0);
        configuration.setProxyUsername(null);
        configuration.setProxyPassword(null);
        LOG.warn(
                "The component {} uses the sandbox at {}, not a real account, as ontraport.sandbox.enabled is true",
                name,
                sandbox.baseUrl());
    }

    private void connect(OntraportConfiguration account) {
        account.setBaseUrl(sandbox.baseUrl());
        account.setApiKey(sandbox.apiKey());
        account.setAppId(sandbox.appId());
    }
}
