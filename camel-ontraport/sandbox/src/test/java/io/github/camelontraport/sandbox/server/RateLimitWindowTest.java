package io.github.camelontraport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitWindowTest extends AccountTestBase {

    @Test
    void everyReplyHasRateHeaders() {
        assertRate(api.get("/Contacts"), "180", "179", "60");
        sandbox.clock().advance(Duration.ofMillis(20_500));
        assertRate(api.get("/Contact", "id", "9"), "180", "178", "40");
    }

    @Test
    void refusesRequestsOverTheLimitWithoutExecution() {
        sandbox.requestsPerMinute(2);
        api.form("POST", "/Contacts", "firstname", "one");
        sandbox.clock().advance(Duration.ofSeconds(43));
        api.form("POST", "/Contacts", "firstname", "two");

        ApiClient.Answer refused = api.form("POST", "/Contacts", "firstname", "three");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).isEqualTo("Rate limit exceeded");
        assertThat(refused.header("Retry-After")).isNull();
        assertRate(refused, "2", "0", "17");
        assertThat(sandbox.records(0)).hasSize(2);
    }

    @Test
    void theWindowRolls() {
        sandbox.requestsPerMinute(2);
        api.get("/Contacts");
        sandbox.clock().advance(Duration.ofSeconds(43));
        api.get("/Contacts");
        sandbox.clock().advance(Duration.ofSeconds(17));

        assertThat(api.get("/Contacts").status()).isEqualTo(200);
        assertThat(api.get("/Contacts").status()).isEqualTo(429);
    }

    @Test
    void refusalsAndDirectAccessDoNotCount() {
        sandbox.requestsPerMinute(1);
        sandbox.records(0);
        api.get("/Contacts");
        api.get("/Contacts");
        sandbox.clock().advance(Duration.ofSeconds(60));

        assertThat(api.get("/Contacts").status()).isEqualTo(200);
    }

    @Test
    void theLimitMustBePositive() {
        assertThatThrownBy(() -> sandbox.requestsPerMinute(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRate(ApiClient.Answer answer, String limit, String remaining, String reset) {
        assertThat(answer.header("X-Rate-Limit-Limit")).isEqualTo(limit);
        assertThat(answer.header("X-Rate-Limit-Remaining")).isEqualTo(remaining);
        assertThat(answer.header("X-Rate-Limit-Reset")).isEqualTo(reset);
    }
}
