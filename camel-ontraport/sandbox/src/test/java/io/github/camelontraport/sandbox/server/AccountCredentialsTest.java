package io.github.camelontraport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OntraportSandboxExtension.class)
class AccountCredentialsTest {

    @Test
    void wrongAndMissingCredentialsGetTheSameReply(OntraportSandbox sandbox) {
        assertRefused(new ApiClient(sandbox.baseUrl(), "wrong", sandbox.appId()).get("/Contacts"));
        assertRefused(new ApiClient(sandbox.baseUrl(), sandbox.apiKey(), "wrong").get("/Contacts"));
        assertRefused(new ApiClient(sandbox.baseUrl(), "wrong", "wrong").get("/no/such/path"));
        assertRefused(ApiClient.exchange(request(sandbox).build()));
    }

    @Test
    void headerNamesAreCaseInsensitive(OntraportSandbox sandbox) {
        HttpRequest request = request(sandbox)
                .header("API-KEY", sandbox.apiKey())
                .header("api-appid", sandbox.appId())
                .build();

        assertThat(ApiClient.exchange(request).status()).isEqualTo(200);
    }

    @Test
    void requestLogHidesCredentials(OntraportSandbox sandbox) {
        ApiClient.of(sandbox).get("/Contacts");

        assertThat(sandbox.requests().toString())
                .doesNotContain(sandbox.apiKey())
                .doesNotContain(sandbox.appId());
        assertThat(sandbox.requests().get(0).headers())
                .containsEntry("api-key", "hidden")
                .containsEntry("api-appid", "hidden");
    }

    private static HttpRequest.Builder request(OntraportSandbox sandbox) {
        return ApiClient.of(sandbox).request("GET", "/Contacts", new String[0], null, null);
    }

    private static void assertRefused(ApiClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("Your App ID and API Key do not authenticate.");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("X-Rate-Limit-Remaining")).isEqualTo("180");
    }
}
