package io.github.camelontraport.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.spi.RestConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is possible and what is equal was tried with platform-http, undertow, jetty and netty-http. */
class ListenAddressTest {

    private static WebhookConfiguration http(String server, String basePath, String path) {
        WebhookConfiguration http = new WebhookConfiguration();
        http.storeConfiguration(new RestConfiguration());
        http.setWebhookComponentName(server);
        http.setWebhookBasePath(basePath);
        http.setWebhookPath(path);
        http.setWebhookExternalUrl("https://" + (server == null ? "any" : server) + ".example.com");
        return http;
    }

    private static ListenAddress address(String server, String path) {
        return ListenAddress.of(http(server, null, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x",
                "x",
                "/",
                "/x/",
                "//x",
                "///x/y/",
                "/a.b/c-d_e",
                "/A/b1",
                "/...",
                "/x!$&'()+,=@y",
                "/ontraport/vip"
            })
    void acceptsPathsThatEveryServerMatches(String path) {
        assertThat(address("undertow", path).path()).startsWith("/").doesNotStartWith("//");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pa th",
                "/{id}/z",
                "/pa%20th",
                "/%zz",
                "/:id",
                "/a:b",
                "/x*",
                "/*",
                "/x?y=1",
                "/x#y",
                "/x;y",
                "/~x",
                "/é",
                "/x//y",
                "/x//",
                "/x/../y",
                "/x/./y",
                "/..",
                "/.",
                "/x\\y",
                "/x\ty",
                "/x|y",
                "/x\"y",
                "/<x>",
                "/x\u0000"
            })
    void refusesPathsThatSomeServerNeverMatches(String path) {
        assertThatThrownBy(() -> address("undertow", path))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("webhookPath")
                .hasMessageContaining("'" + path + "'")
                .hasMessageContaining("such as /ontraport/vip");
    }

    @Test
    void checksTheBasePathToo() {
        assertThat(ListenAddress.of(http(null, "base", "x")).path()).isEqualTo("/base/x");
        assertThatThrownBy(() -> ListenAddress.of(http(null, "/{base}", "/x"))).hasMessageContaining("webhookBasePath");
        assertThatThrownBy(() -> ListenAddress.of(http(null, "/base/", "/x"))).hasMessageContaining("/base//x");
    }

    @ParameterizedTest
    @CsvSource({
        "platform-http, /x, platform-http, /x/",
        "platform-http, /x, platform-http, //x",
        "platform-http, x, platform-http, /x",
        "platform-http, /x, , /x/",
        ", /x, , x",
        "undertow, /x, undertow, /X/",
        "jetty, /a/b, jetty, /A/B",
        ", /x, platform-http, /X"
    })
    void isEqualWhenAServerDoesNotDistinguishThePaths(String server, String path, String otherServer, String other) {
        assertThat(address(server, path).hasPathOf(address(otherServer, other))).isTrue();
        assertThat(address(otherServer, other).hasPathOf(address(server, path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "platform-http, /x, platform-http, /y",
        "platform-http, /x, platform-http, /X",
        "platform-http, /x, platform-http, /x/y",
        "platform-http, /x, undertow, /x",
        "undertow, /xy, undertow, /x"
    })
    void isDifferentOtherwise(String server, String path, String otherServer, String other) {
        assertThat(address(server, path).hasPathOf(address(otherServer, other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example.com/, /x, https://h.example.com/x",
        "https://h.example.com, //x, https://h.example.com/x",
        "https://h.example.com//, x/, https://h.example.com/x/",
        "https://h.example.com/a//b/, /x, https://h.example.com/a//b/x",
        "https://my_h.example.com, /x, https://my_h.example.com/x",
        "https://müller.example, /x, https://müller.example/x"
    })
    void joinsTheExternalUrlWithOneSlash(String url, String path, String joined) throws Exception {
        WebhookConfiguration http = http(null, null, path);
        http.setWebhookExternalUrl(url);

        assertThat(ListenAddress.externalUrl(http)).isEqualTo(joined);
    }

    @Test
    void twoServersMayHaveTheSameExternalUrl() {
        WebhookConfiguration one = http("undertow", null, "/b/x");
        one.setWebhookExternalUrl("https://H.example.com/a");
        WebhookConfiguration other = http("jetty", "/a/b", "/x");
        other.setWebhookExternalUrl("https://h.example.com:443");
        ListenAddress address = ListenAddress.of(one);

        assertThat(address.hasExternalUrlOf(ListenAddress.of(other))).isTrue();
        one.setWebhookExternalUrl(null);
        assertThat(address.hasExternalUrlOf(ListenAddress.of(one))).isFalse();
        assertThat(ListenAddress.of(one).hasExternalUrlOf(ListenAddress.of(one)))
                .isFalse();
    }
}
