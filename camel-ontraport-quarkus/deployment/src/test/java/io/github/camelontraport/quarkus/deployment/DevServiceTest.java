package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing is configured. */
class DevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.github.camelontraport"))
            .assertLogRecords(records -> assertThat(records)
                    .extracting(record -> String.format(record.getMessage(), record.getParameters()))
                    .anySatisfy(message -> assertThat(message).contains("http://localhost:", "Api-Key: sandbox-key")));

    @Inject
    ProducerTemplate template;

    @ConfigProperty(name = "camel.component.ontraport.base-url")
    String baseUrl;

    @Test
    void anAccountWithExampleDataIsThere() {
        assertThat(baseUrl).startsWith("http://localhost:");
        assertThat(template.requestBody("ontraport:contacts?operation=count", null, Long.class))
                .isEqualTo(25);
    }
}
