package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Configured as an application does it. What is logged on the way, LogSecretsIT looks through. */
@ExtendWith(OntraportSandboxExtension.class)
class CamelMainTest {

    @Test
    void theComponentIsConfiguredByProperties(OntraportSandbox sandbox) throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.ontraport.base-url", sandbox.baseUrl());
        main.addInitialProperty("camel.component.ontraport.requests-per-minute", "60");
        main.addInitialProperty("camel.component.ontraport.rateLimitTimeout", "10s");
        main.configure().addRoutesBuilder(new RouteBuilder() {

            @Override
            public void configure() {
                // Not by properties, which Camel Main itself writes into its log at DEBUG.
                OntraportConfiguration configuration = getContext()
                        .getComponent("ontraport", OntraportComponent.class)
                        .getConfiguration();
                configuration.setApiKey(sandbox.apiKey());
                configuration.setAppId(sandbox.appId());
                from("direct:count").to("ontraport:contacts?operation=count");
            }
        });
        main.start();
        try {
            Exchange counted = main.getCamelTemplate().request("direct:count", exchange -> {});
            assertThat(counted.getException()).isNull();
            assertThat(counted.getMessage().getBody()).isEqualTo(0L);
            OntraportComponent component = main.getCamelContext().getComponent("ontraport", OntraportComponent.class);
            assertThat(component.getRequestsPerMinute()).isEqualTo(60);
            assertThat(component.getRateLimitTimeout()).isEqualTo(10_000);
        } finally {
            main.stop();
        }
    }

    @Test
    void anEndpointMayHaveAnAccountOfItsOwn(OntraportSandbox sandbox) throws Exception {
        Main main = new Main();
        String uri = "ontraport:contacts?operation=count&baseUrl=" + sandbox.baseUrl() + "&apiKey=" + sandbox.apiKey()
                + "&appId=" + sandbox.appId();
        main.configure().addRoutesBuilder(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:right").to(uri);
                from("direct:wrong").to(uri.replace("apiKey=", "apiKey=k3y-of-a-test"));
            }
        });
        main.start();
        try {
            assertThat(main.getCamelTemplate().requestBody("direct:right", (Object) null))
                    .isEqualTo(0L);
            Exchange refused = main.getCamelTemplate().request("direct:wrong", exchange -> {});
            assertThat(refused.getException()).isInstanceOf(OntraportAuthenticationException.class);
            assertThat(refused.getException().toString()).doesNotContain(sandbox.apiKey());
        } finally {
            main.stop();
        }
    }
}
