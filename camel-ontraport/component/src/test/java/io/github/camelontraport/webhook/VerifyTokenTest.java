package io.github.camelontraport.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTokenTest {

    private static final String TEXT = "t0ken-of-a-test_0123";
    private static final VerifyToken TOKEN = VerifyToken.of(TEXT).orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            token=t0ken-of-a-test_0123                            | true
            a=b&token=t0ken-of-a-test_0123&c                      | true
            token=t0ken%2Dof-a-test%5F0123                        | true
            token=t0ken-of-a-test_012                             | false
            token=t0ken-of-a-test_01234                           | false
            token=t0ken-of-a-test_0123&token=t0ken-of-a-test_0123 | false
            Token=t0ken-of-a-test_0123                            | false
            token=t0ken-of-a-test_0123%                           | false
            xtoken=t0ken-of-a-test_0123                           | false
            token                                                 | false
            ''                                                    | false
                                                                  | false
            """)
    void isFoundInAQueryExactlyOnce(String query, boolean expected) {
        assertThat(TOKEN.isInQuery(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/x, https://a/x?token=t0ken-of-a-test_0123",
        "https://a/x?a=b, https://a/x?a=b&token=t0ken-of-a-test_0123"
    })
    void isAppendedAndRemoved(String url, String withToken) {
        assertThat(TOKEN.appendTo(url)).isEqualTo(withToken);
        assertThat(VerifyToken.removeFrom(withToken)).isEqualTo(url);
        assertThat(VerifyToken.removeFrom(url)).isEqualTo(url);
    }

    @Test
    void isMaskedInMessagesLikeEveryOtherToken() {
        CallbackUrl url = WebhookFixture.CALLBACK;

        assertThat(url.redact(
                        "POST " + url.urlWithToken() + " and " + TEXT + " and ?TOKEN=other&a=b and token%3Dthird"))
                .isEqualTo("POST " + WebhookFixture.URL
                        + "?token=xxxxxx and xxxxxx and ?TOKEN=xxxxxx&a=b and token%3Dxxxxxx");
        assertThat(url.redact(null)).isEmpty();
        assertThat(TOKEN).hasToString("xxxxxx");
        assertThat(url.toString()).doesNotContain(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0123456789abcde       | has 15 characters
            0123456789abcdef+     | has 17 characters, some of which are others
            '0123456789abcdef '   | some of which are others
            0123456789abcdé-      | some of which are others
            """)
    void refusesShortTextsAndOtherCharacters(String text, String reason) {
        assertThatThrownBy(() -> VerifyToken.of(text))
                .hasMessageContaining("webhookVerifyToken")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(text.strip());
    }

    @Test
    void isOptional() {
        assertThat(VerifyToken.of(null)).isEmpty();
    }
}
