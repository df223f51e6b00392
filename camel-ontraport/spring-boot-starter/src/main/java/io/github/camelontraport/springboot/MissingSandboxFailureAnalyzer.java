package io.github.camelontraport.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a missing sandbox as a sentence in place of a stack trace. */
final class MissingSandboxFailureAnalyzer extends AbstractFailureAnalyzer<MissingSandboxException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSandboxException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
