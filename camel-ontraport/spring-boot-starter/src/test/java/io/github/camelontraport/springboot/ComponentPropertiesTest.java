package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What becomes of the properties of an application. */
class ComponentPropertiesTest {

    private final ApplicationContextRunner runner = TestApplication.runner();

    private static OntraportComponent component(ApplicationContext application) {
        return component(application, "ontraport");
    }

    private static OntraportComponent component(ApplicationContext application, String name) {
        return application.getBean(CamelContext.class).getComponent(name, OntraportComponent.class);
    }

    private static Throwable refusal(AssertableApplicationContext application) {
        try {
            component(application);
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.ontraport.requests-per-minute",
                "camel.component.ontraport.requestsPerMinute",
                "camel.component.ontraport.requests_per_minute",
                "CAMEL_COMPONENT_ONTRAPORT_REQUESTSPERMINUTE",
                "camel.component.ontraport.REQUESTS-PER-MINUTE"
            })
    void passesOnEveryFormOfAName(String name) {
        runner.withSystemProperties(name.startsWith("CAMEL") ? "unused=" : name + "=17")
                .withInitializer(application -> application
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", name.startsWith("CAMEL") ? Map.of(name, "17") : Map.of())))
                .run(application -> assertThat(component(application).getRequestsPerMinute())
                        .isEqualTo(17));
    }

    @ParameterizedTest
    @CsvSource({"5m, 300000", "1500, 1500", "PT2S, 2000", "250ms, 250"})
    void readsDurations(String text, long millis) {
        runner.withPropertyValues("camel.component.ontraport.request-timeout=" + text)
                .run(application -> assertThat(
                                component(application).getConfiguration().getRequestTimeout())
                        .isEqualTo(millis));
    }

    @Test
    void passesOnEveryOption() {
        assertThat(ComponentOption.all())
                .extracting(ComponentOption::name)
                .contains("apiKey", "proxyPort", "httpClient");
        runner.withPropertyValues(
                        "camel.component.ontraport.api-key=k",
                        "camel.component.ontraport.app-id=a",
                        "camel.component.ontraport.base-url=https://localhost/1",
                        "camel.component.ontraport.proxy-host=localhost",
                        "camel.component.ontraport.proxy-port=3128",
                        "camel.component.ontraport.health-check-consumer-enabled=false",
                        "camel.component.ontraport.use-global-ssl-context-parameters=true",
                        "camel.component.ontraport.max-retries=7")
                .run(application -> {
                    OntraportConfiguration configuration =
                            component(application).getConfiguration();
                    assertThat(configuration.getApiKey()).isEqualTo("k");
                    assertThat(configuration.getAppId()).isEqualTo("a");
                    assertThat(configuration.getBaseUrl()).isEqualTo("https://localhost/1");
                    assertThat(configuration.getProxyHost()).isEqualTo("localhost");
                    assertThat(configuration.getProxyPort()).isEqualTo(3128);
                    assertThat(configuration.getMaxRetries()).isEqualTo(7);
                    assertThat(component(application).isHealthCheckConsumerEnabled())
                            .isFalse();
                    assertThat(component(application).isUseGlobalSslContextParameters())
                            .isTrue();
                });
    }

    @Test
    void passesTextsOnAsTheyAre() {
        runner.withPropertyValues(
                        "camel.component.ontraport.proxy-host=localhost",
                        "camel.component.ontraport.proxy-port=3128",
                        "camel.component.ontraport.proxy-username=nora",
                        "camel.component.ontraport.proxy-password=#a+b%20&c")
                .run(application ->
                        assertThat(component(application).getProxyPassword()).isEqualTo("#a+b%20&c"));
    }

    @Test
    void resolvesReferencesOfSpringAndOfCamel() {
        runner.withPropertyValues(
                        "key=k-1",
                        "id=a-1",
                        "camel.component.ontraport.api-key=${key}",
                        "camel.component.ontraport.app-id={{id}}")
                .run(application -> {
                    assertThat(component(application).getConfiguration().getApiKey())
                            .isEqualTo("k-1");
                    assertThat(component(application).getConfiguration().getAppId())
                            .isEqualTo("a-1");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "#client", "#bean:client"})
    void takesBeansByName(String name) {
        runner.withBean("client", CloseableHttpAsyncClient.class, HttpAsyncClients::createDefault)
                .withPropertyValues(
                        "camel.component.ontraport.http-client=" + name,
                        "camel.component.ontraport.autowired-enabled=false")
                .run(application ->
                        assertThat(component(application).getHttpClient()).isSameAs(application.getBean("client")));
    }

    @Test
    void refusesAnUnknownName() {
        runner.withPropertyValues("camel.component.ontraport.api-keys=secret-value")
                .run(application -> assertThat(refusal(application))
                        .hasStackTraceContaining("The property camel.component.ontraport.api-keys is unknown."
                                + " Did you mean camel.component.ontraport.api-key?")
                        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret-value")));
        runner.withPropertyValues("camel.component.ontraport.configuration.api-key=k")
                .run(application -> assertThat(refusal(application))
                        .hasStackTraceContaining("Did you mean camel.component.ontraport.api-key?"));
    }

    @Test
    void refusesAReferenceToNothing() {
        runner.withPropertyValues("camel.component.ontraport.api-key=${NO_SUCH_VARIABLE}")
                .run(application -> assertThat(refusal(application))
                        .hasStackTraceContaining("camel.component.ontraport.api-key refers to NO_SUCH_VARIABLE"));
    }

    @Test
    void refusesAValueOfAnotherKind() {
        runner.withPropertyValues("camel.component.ontraport.max-retries=many")
                .run(application -> assertThat(refusal(application)).hasStackTraceContaining("maxRetries"));
    }

    @Test
    void leavesTheLastWordToTheApplication() {
        ComponentCustomizer own = new ComponentCustomizer() {
            @Override
            public void configure(String name, Component target) {
                ((OntraportComponent) target).setRequestsPerMinute(3);
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                return target instanceof OntraportComponent;
            }
        };
        runner.withBean("own", ComponentCustomizer.class, () -> own)
                .withPropertyValues("camel.component.ontraport.requests-per-minute=17")
                .run(application -> assertThat(component(application).getRequestsPerMinute())
                        .isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.ontraport.enabled",
                "camel.component.ontraport.customizer.enabled",
                "camel.component.customizer.enabled"
            })
    void canBeSwitchedOff(String name) {
        runner.withPropertyValues(name + "=false", "camel.component.ontraport.requests-per-minute=17")
                .run(application -> assertThat(component(application).getRequestsPerMinute())
                        .isEqualTo(180));
    }

    @Test
    void givesEachComponentThePropertiesOfItsOwnName() {
        runner.withBean("europe", OntraportComponent.class, OntraportComponent::new)
                .withPropertyValues(
                        "camel.component.ontraport.api-key=k-1",
                        "camel.component.ontraport.requests-per-minute=17",
                        "camel.component.europe.api-key=k-2")
                .run(application -> {
                    assertThat(component(application).getConfiguration().getApiKey())
                            .isEqualTo("k-1");
                    OntraportComponent europe = component(application, "europe");
                    assertThat(europe.getConfiguration().getApiKey()).isEqualTo("k-2");
                    assertThat(europe.getRequestsPerMinute()).isEqualTo(180);
                });
    }
}
