package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.InvalidInputException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExceptionMapperTest {

    private static ApiException failure(Kind kind) {
        return ApiException.details(kind, "the API said so").build();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, OntraportAuthenticationException",
        "NOT_FOUND, OntraportNotFoundException",
        "VALIDATION, OntraportValidationException",
        "RATE_LIMITED, OntraportRateLimitedException",
        "DECLINED, OntraportDeclinedException",
        "CONNECTION, OntraportConnectionException",
        "OTHER, OntraportException"
    })
    void eachKindOfFailureHasItsException(Kind kind, String name) {
        Throwable mapped = ExceptionMapper.of(failure(kind), "get", "contacts");

        assertThat(mapped.getClass().getSimpleName()).isEqualTo(name);
        assertThat(mapped).hasMessage("get of contacts failed: the API said so");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noKindIsForgotten(Kind kind) {
        assertThat(ExceptionMapper.of(failure(kind), "get", "contacts"))
                .isInstanceOfSatisfying(OntraportException.class, mapped -> {
                    assertThat(mapped.getOperation()).isEqualTo("get");
                    assertThat(mapped.getObjectType()).isEqualTo("contacts");
                });
    }

    @Test
    void unwrapsWhatFuturesWrap() {
        assertThat(ExceptionMapper.of(new CompletionException(failure(Kind.NOT_FOUND)), "get", "contacts"))
                .isInstanceOf(OntraportNotFoundException.class);
    }

    @Test
    void refusedInputIsAValidationFailureWithoutRequest() {
        assertThat(ExceptionMapper.of(new InvalidInputException("no id"), "get", null))
                .isInstanceOfSatisfying(OntraportValidationException.class, refused -> {
                    assertThat(refused).hasMessage("get failed: no id");
                    assertThat(refused.getAttempts()).isZero();
                    assertThat(refused.isRetryable()).isFalse();
                });
    }

    @Test
    void withoutAnOperationOnlyTheCauseIsSaid() {
        assertThat(ExceptionMapper.of(new InvalidInputException("No operation is given"), null, null))
                .hasMessage("No operation is given");
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        Error other = new StackOverflowError();

        assertThat(ExceptionMapper.of(new CompletionException(other), "get", "contacts"))
                .isSameAs(other);
    }
}
