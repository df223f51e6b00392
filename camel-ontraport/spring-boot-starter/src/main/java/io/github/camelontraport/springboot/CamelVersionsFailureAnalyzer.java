package io.github.camelontraport.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains a class or method that is missing at the start, when modules of Camel have different versions. It comes before
 * Spring Boot's own analyzer, which only says what is missing.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CamelVersionsFailureAnalyzer extends AbstractFailureAnalyzer<LinkageError> {

    private final CamelVersions versions;

    /** Called by Spring Boot. */
    CamelVersionsFailureAnalyzer() {
        this(CamelVersions.present());
    }

    CamelVersionsFailureAnalyzer(CamelVersions versions) {
        this.versions = versions;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LinkageError cause) {
        if (!versions.differ()) {
            return null;
        }
        return new FailureAnalysis(
                "The application has modules of Camel in different versions: " + versions.text()
                        + ". This one is missing" + " in one of them: " + cause.getMessage(),
                "Import the BOM org.apache.camel:camel-bom in version " + versions.wanted()
                        + " into dependencyManagement,"
                        + " beside org.apache.camel.springboot:camel-spring-boot-bom, which does not manage all of them.",
                cause);
    }
}
