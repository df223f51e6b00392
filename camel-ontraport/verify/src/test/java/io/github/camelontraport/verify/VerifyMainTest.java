package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxRequest;
import org.junit.jupiter.api.Test;

class VerifyMainTest {

    @Test
    void allFactsHoldInTheSandboxAndFewRequestsAreSent() {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            Run run = Run.of(sandbox);

            assertThat(run.out()).doesNotContain("does not hold  ", "could not be tried  ");
            assertThat(run.lines(Outcome.HOLDS)).hasSize(Facts.ALL.size());
            assertThat(run.out()).endsWith("\n39 requests\n");
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(sandbox.requests())
                    .hasSize(39)
                    .extracting(SandboxRequest::method)
                    .containsOnly("GET");
        }
    }
}
