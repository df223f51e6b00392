package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.springboot.app.WebApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What people see of an application that does not start. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {

    private static void run(String... properties) {
        SpringApplication.run(WebApplication.class, properties).close();
    }

    @Test
    void aMissingKeyIsASentence(CapturedOutput output) {
        assertThatThrownBy(() -> run("--server.port=0")).isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Route save does not start. No apiKey is given: set the property"
                        + " camel.component.ontraport.api-key");
    }

    @Test
    void aMisspeltPropertyIsASentence(CapturedOutput output) {
        assertThatThrownBy(() -> run("--server.port=0", "--camel.component.ontraport.api-kye=k"))
                .isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Route save does not start. The property camel.component.ontraport.api-kye is unknown."
                        + " Did you mean camel.component.ontraport.api-key?");
    }

    @Test
    void camelInTwoVersionsIsNamed() {
        CamelVersions mixed = new CamelVersions(Map.of("camel-spring-boot", "4.22.0", "camel-support", "4.18.0"));

        FailureAnalysis analysis = new CamelVersionsFailureAnalyzer(mixed)
                .analyze(new IllegalStateException(new NoSuchMethodError("x.y()")));

        assertThat(analysis.getDescription())
                .contains("camel-spring-boot 4.22.0")
                .contains("camel-support 4.18.0")
                .contains("x.y()");
        assertThat(analysis.getAction()).contains("org.apache.camel:camel-bom in version 4.22.0");
    }

    @Test
    void camelInOneVersionIsNotBlamed() {
        assertThat(CamelVersions.present().byModule()).hasSize(5);
        assertThat(new CamelVersionsFailureAnalyzer().analyze(new NoSuchMethodError("x.y()")))
                .isNull();
    }
}
