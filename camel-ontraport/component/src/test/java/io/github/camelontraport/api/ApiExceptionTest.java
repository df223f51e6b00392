package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException.Kind;
import org.junit.jupiter.api.Test;

class ApiExceptionTest {

    @Test
    void aPrefixKeepsTheRestOfTheFailure() {
        ApiException first = ApiException.details(Kind.OTHER, "PUT /objects answered HTTP 500")
                .status(500)
                .code("7")
                .text("No.")
                .attempts(3)
                .retryable(true)
                .outcomeUnknown(true)
                .build();
        ApiException prefixed = first.withPrefix("100 of 150 done, then: ");
        assertThat(prefixed)
                .usingRecursiveComparison()
                .comparingOnlyFields("kind", "status", "code", "text", "attempts", "retryable", "outcomeUnknown")
                .isEqualTo(first);
        assertThat(prefixed)
                .hasCause(first)
                .hasMessage("100 of 150 done, then: PUT /objects answered HTTP 500: No."
                        + " (the outcome is unknown: the call may have been executed)");
        assertThat(prefixed.text()).isEqualTo("No.");
    }

    @Test
    void aReasonOfTheComponentIsInTheMessageOnly() {
        ApiException failure = ApiException.details(Kind.CONNECTION, "GET /objects lost its connection")
                .reason("Connection closed by peer")
                .build();

        assertThat(failure.text()).isNull();
        assertThat(failure).hasMessage("GET /objects lost its connection: Connection closed by peer");
    }

    @Test
    void withoutATextOfTheApiThereIsNone() {
        ApiException failure =
                ApiException.details(Kind.OTHER, "Failed").text(" ").build();
        assertThat(failure.text()).isNull();
        assertThat(failure).hasMessage("Failed");
    }
}
