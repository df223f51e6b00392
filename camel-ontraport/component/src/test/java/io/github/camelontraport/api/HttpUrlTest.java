package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://hooks.example.com/a?b=c  | HTTPS://HOOKS.example.com:443/a?b=c
            http://example.com/              | http://example.com:80/
            http://example.com/              | http://example.com:/
            https://my_hooks.example.com/a   | https://MY_hooks.example.com:443/a
            https://müller.example/a         | https://xn--mller-kva.example/a
            https://MÜLLER.example/a         | https://müller.example/a
            https://[::1]:443/a              | https://[::1]/a
            ' https://example.com/a '        | https://example.com/a
            """)
    void spellingsOfTheSameUrlAreEqual(String one, String other) {
        assertThat(HttpUrl.parse(one)).isPresent().isEqualTo(HttpUrl.parse(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://my_a.example.com/    | https://my_b.example.com/
            https://müller.example/      | https://möller.example/
            https://a_b.example:8443/    | https://a_b.example/
            https://u@a_b.example/       | https://a_b.example/
            https://example.com/a        | https://example.com/A
            https://example.com/a        | https://example.com/a/
            https://example.com/a        | https://example.com/a?
            https://example.com/a%2Fb    | https://example.com/a/b
            https://example.com/         | http://example.com/
            """)
    void differentUrlsAreNotEqual(String one, String other) {
        assertThat(HttpUrl.parse(one)).isPresent();
        assertThat(HttpUrl.parse(other)).isPresent().isNotEqualTo(HttpUrl.parse(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com/a",
                "ftp://example.com/",
                "https:/example.com",
                "https:///a",
                "https://:80/",
                "https://a b.example/",
                "https://example.com/{id}",
                "https://example.com:99999/",
                "https://example.com:x/",
                "https://a:b:c/",
                "mailto:nora@example.com"
            })
    void rejectsOtherTexts(String text) {
        assertThat(HttpUrl.parse(text)).isEmpty();
    }
}
