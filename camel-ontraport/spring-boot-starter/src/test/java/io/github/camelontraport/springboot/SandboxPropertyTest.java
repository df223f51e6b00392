package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** When an application talks to a sandbox, and when to the account. */
@ExtendWith(OutputCaptureExtension.class)
class SandboxPropertyTest {

    private static final String ENABLED = "ontraport.sandbox.enabled=true";

    private final ApplicationContextRunner runner =
            TestApplication.runner().withUserConfiguration(TestApplication.Route.class);

    @Test
    void isOffByDefault() {
        runner.withPropertyValues("camel.component.ontraport.api-key=k", "camel.component.ontraport.app-id=a")
                .run(application -> {
                    assertThat(application).hasNotFailed().doesNotHaveBean(OntraportSandbox.class);
                    assertThat(configuration(application.getBean(CamelContext.class))
                                    .getBaseUrl())
                            .isEqualTo("https://api.ontraport.com/1");
                });
    }

    @Test
    void takesThePlaceOfTheAccountOfTheProperties(CapturedOutput output) {
        runner.withPropertyValues(
                        ENABLED,
                        "camel.component.ontraport.api-key=real",
                        "camel.component.ontraport.app-id=real",
                        "camel.component.ontraport.proxy-host=proxy.example.com",
                        "camel.component.ontraport.proxy-port=3128")
                .run(application -> {
                    OntraportSandbox sandbox = application.getBean(OntraportSandbox.class);
                    application
                            .getBean(ProducerTemplate.class)
                            .sendBody("direct:save", Map.of("email", "ada@example.com"));

                    assertThat(sandbox.records(0)).hasSize(1);
                    assertThat(output).contains("uses the sandbox at " + sandbox.baseUrl() + ", not a real account");
                });
    }

    @Test
    void itsLimitIsThatOfTheComponentsToo() {
        runner.withPropertyValues(ENABLED, "ontraport.sandbox.requests-per-minute=7000")
                .run(application -> {
                    ProducerTemplate template = application.getBean(ProducerTemplate.class);
                    for (int i = 0; i < 200; i++) {
                        template.sendBody("direct:save", Map.of("email", i + "@example.com"));
                    }

                    assertThat(application.getBean(OntraportSandbox.class).records(0))
                            .hasSize(200);
                    assertThat(application
                                    .getBean(CamelContext.class)
                                    .getComponent("ontraport", OntraportComponent.class)
                                    .getRequestsPerMinute())
                            .isEqualTo(7000);
                });
    }

    @Test
    void takesThePlaceOfTheAccountsOfEndpoints() {
        runner.withPropertyValues(ENABLED)
                .withBean(RoutesBuilder.class, AccountsInUris::new)
                .run(application -> {
                    ProducerTemplate template = application.getBean(ProducerTemplate.class);
                    template.sendBody("direct:static", Map.of("email", "ada@example.com"));
                    template.sendBodyAndHeader("direct:dynamic", Map.of("email", "nora@example.com"), "key", "real");

                    assertThat(application.getBean(OntraportSandbox.class).records(0))
                            .hasSize(2);
                });
    }

    /** Nothing listens on the port that they name. */
    private static final class AccountsInUris extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:static")
                    .to("ontraport:contacts?operation=upsert&apiKey=real&appId=real&baseUrl=http://localhost:1/1");
            from("direct:dynamic")
                    .toD(
                            "ontraport:contacts?operation=upsert&apiKey=${header.key}&appId=real&baseUrl=http://localhost:1/1");
        }
    }

    @Test
    void needsNoCredentials() {
        runner.withPropertyValues(ENABLED, "camel.component.ontraport.api-key=${NO_SUCH_VARIABLE}")
                .run(application -> assertThat(application).hasNotFailed());
    }

    @Test
    void hasExampleDataWhenAsked() {
        runner.withPropertyValues(ENABLED, "ontraport.sandbox.example-data=true")
                .run(application -> assertThat(
                                application.getBean(OntraportSandbox.class).records(0))
                        .hasSizeGreaterThan(10));
    }

    @Test
    void isTheBeanOfTheApplicationWhenItHasOne() {
        try (OntraportSandbox own = OntraportSandbox.start()) {
            runner.withPropertyValues(ENABLED)
                    .withBean(OntraportSandbox.class, () -> own)
                    .run(application -> assertThat(configuration(application.getBean(CamelContext.class))
                                    .getBaseUrl())
                            .isEqualTo(own.baseUrl()));
        }
    }

    @Test
    void doesNotFallBackToTheAccountWithoutItsJar() {
        runner.withClassLoader(new FilteredClassLoader(OntraportSandbox.class))
                .withPropertyValues(
                        ENABLED, "camel.component.ontraport.api-key=k", "camel.component.ontraport.app-id=a")
                .run(application -> assertThat(application.getStartupFailure())
                        .hasStackTraceContaining("the sandbox is not on the class path: add"));
    }

    private static OntraportConfiguration configuration(CamelContext context) {
        return context.getComponent("ontraport", OntraportComponent.class).getConfiguration();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "1", "TRUE"})
    void isOnInEveryFormOfTrue(String text) {
        runner.withPropertyValues("ontraport.sandbox.enabled=" + text)
                .run(application -> assertThat(application).hasNotFailed().hasSingleBean(OntraportSandbox.class));
    }

    /** Camel then sets no property of the component, but the sandbox takes the place of the account all the same. */
    @Test
    void isOnAlsoWhenThePropertiesOfTheComponentAreOff() {
        runner.withPropertyValues(ENABLED, "camel.component.ontraport.enabled=false")
                .run(application -> {
                    assertThat(application).hasNotFailed();
                    assertThat(configuration(application.getBean(CamelContext.class))
                                    .getBaseUrl())
                            .isEqualTo(
                                    application.getBean(OntraportSandbox.class).baseUrl());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ontraport.sandbox.enable=true", "ontraport.sandbox.example=true"})
    void aMisspeltPropertyIsRefusedAlsoWhenThePropertiesOfTheComponentAreOff(String misspelt) {
        runner.withPropertyValues(misspelt, "camel.component.ontraport.enabled=false")
                .run(application -> assertThat(application)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(misspelt.substring(0, misspelt.indexOf('='))));
    }

    @Test
    void aMisspeltPropertyDoesNotLeaveTheRealAccountInPlace() {
        runner.withPropertyValues(
                        "ontraport.sandbox.enable=true",
                        "camel.component.ontraport.api-key=k",
                        "camel.component.ontraport.app-id=a")
                .run(application -> assertThat(application)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("ontraport.sandbox.enable"));
    }
}
