package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.TransportResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitHeadersTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            -,            60
            '',           60
            0,            1
            1,            1
            ' 23 ',       23
            120,          120
            121,          60
            -5,           60
            23.5,         60
            soon,         60
            1795000000,   60
            999999999999999999999, 60
            ٣,            60
            """)
    void aPauseIsAsStatedWithinReason(String reset, long seconds) {
        assertThat(RateLimitHeaders.of(reply("x-rate-limit-reset", reset)).reset())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            -,          -
            '',         -
            0,          0
            179,        179
            -1,         -
            many,       -
            9999999999, -
            """)
    void remainingIsReadWhenItIsANumber(String remaining, Integer expected) {
        assertThat(RateLimitHeaders.of(reply("x-rate-limit-remaining", remaining))
                        .remaining())
                .isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
    }

    private static TransportResponse reply(String header, String value) {
        return new TransportResponse(429, value == null ? Map.of() : Map.of(header, value), new byte[0]);
    }
}
