package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What an application is asked to set when a credential is missing: what it did not set, in the form that its runtime reads. */
class MissingCredentialTest {

    private final ApplicationContextRunner runner =
            TestApplication.runner().withUserConfiguration(TestApplication.Route.class);

    /** As with the plain component in place of the starter. */
    private final ApplicationContextRunner withoutStarter = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(TestApplication.Route.class)
            .withBean(HideStarter.class);

    /** Camel finds every class here but that of the starter. */
    private static final class HideStarter implements CamelContextConfiguration {

        @Override
        public void beforeApplicationStart(CamelContext context) {
            context.setClassResolver(new DefaultClassResolver(context) {
                @Override
                public Class<?> resolveClass(String name) {
                    return name.equals(OntraportAutoConfiguration.class.getName()) ? null : super.resolveClass(name);
                }
            });
        }

        @Override
        public void afterApplicationStart(CamelContext context) {}
    }

    @Test
    void namesThePropertyAndTheVariable() {
        runner.run(application -> assertThat(application.getStartupFailure())
                .hasStackTraceContaining("No apiKey is given: set the property camel.component.ontraport.api-key or the"
                        + " environment variable CAMEL_COMPONENT_ONTRAPORT_APIKEY"));
    }

    @Test
    void asksForTheOneThatIsMissing() {
        runner.withPropertyValues("camel.component.ontraport.apiKey=k").run(application -> assertThat(
                        application.getStartupFailure())
                .hasStackTraceContaining("No appId is given: set the property camel.component.ontraport.app-id"));
    }

    @Test
    void saysThatAValueIsEmpty() {
        runner.withPropertyValues("camel.component.ontraport.api-key=")
                .run(application -> assertThat(application.getStartupFailure())
                        .hasStackTraceContaining("the property camel.component.ontraport.api-key is set, but empty"));
    }

    @Test
    void saysThatPropertiesAreNotPassedOn() {
        runner.withPropertyValues(
                        "camel.component.ontraport.api-key=k",
                        "camel.component.ontraport.app-id=a",
                        "camel.component.ontraport.enabled=false")
                .run(application -> assertThat(application.getStartupFailure())
                        .hasStackTraceContaining("camel.component.ontraport.api-key is set, but not passed on"));
    }

    @Test
    void asksForTheStarter() {
        withoutStarter.run(application -> assertThat(application.getStartupFailure())
                .hasStackTraceContaining(
                        "only with camel-ontraport-spring-boot-starter, which is not there. Add it, and set"
                                + " the property camel.component.ontraport.api-key"));
    }

    @Test
    void asksForTheStarterOnlyWhenThePropertiesAreSet() {
        withoutStarter
                .withPropertyValues("camel.component.ontraport.apiKey=k", "camel.component.ontraport.appId=a")
                .run(application -> assertThat(application.getStartupFailure())
                        .hasStackTraceContaining(
                                "Add it; the property camel.component.ontraport.api-key is set already"));
    }
}
