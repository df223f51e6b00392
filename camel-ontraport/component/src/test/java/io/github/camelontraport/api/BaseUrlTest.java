package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            https://api.ontraport.com/1,      https://api.ontraport.com/1
            https://api.ontraport.com/1/,     https://api.ontraport.com/1
            https://api.ontraport.com/1///,   https://api.ontraport.com/1
            '  https://api.ontraport.com/1 ', https://api.ontraport.com/1
            https://proxy.example:8443,       https://proxy.example:8443
            https://api.ontraport.com:443/1,  https://api.ontraport.com/1
            https://api.ontraport.com:80/1,   https://api.ontraport.com:80/1
            http://[::1]:80,                  http://[::1]
            HTTPS://api.ontraport.com/1,      HTTPS://api.ontraport.com/1
            http://localhost:8080/1,          http://localhost:8080/1
            http://LOCALHOST/1,               http://LOCALHOST/1
            http://127.0.0.1:8080,            http://127.0.0.1:8080
            http://127.1.2.3,                 http://127.1.2.3
            http://[::1]:8080/1,              http://[::1]:8080/1
            """)
    void anHttpsUrlOrOneOfThisMachineIsTaken(String text, URI url) {
        assertThat(BaseUrl.parse(text, false)).isEqualTo(url);
        assertThat(BaseUrl.parse(text, false).toString()).isEqualTo(url.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.ontraport.com/1",
                "HTTP://api.ontraport.com/1",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://127.0.0.evil",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http://[::2]",
                "http://mylocalhost"
            })
    void plainHttpToAnotherMachineIsRefused(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("in the clear")
                .hasMessageContaining(text);
        assertThat(BaseUrl.parse(text, true)).isEqualTo(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "api.ontraport.com/1",
                "//api.ontraport.com/1",
                "https:",
                "https:///1",
                "https:api.ontraport.com",
                "ftp://api.ontraport.com",
                "file:///etc/passwd",
                "https://api ontraport.com",
                "https://api.ontraport.com:99999",
                "https://under_score.example",
                "https://a.example\\@b.example",
                "{{ontraport.url}}"
            })
    void anythingButAnHttpUrlIsRefused(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("baseUrl ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3cret@a.example/1",
                "https://u:s3cret@a.example",
                "https://a.example?key=s3cret",
                "https://a.example/1?s3cret",
                "https://a.example/1#s3cret",
                "https://u:s3 cret@a.example",
                "https://u:s3cret@@a.example",
                "https://u:s3cret@/1",
                "ftp://u:s3cret@a.example",
                "u:s3cret@a.example",
                "https://u:s3cret@under_score.example",
                "http://a.example /?s3cret"
            })
    void aUrlThatMayHoldASecretIsRefusedAndNotShown(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("s3");
    }
}
