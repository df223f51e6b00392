package io.github.camelontraport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OntraportSandboxExtension.class)
class RequestLogTest {

    @Test
    void showsRequestsDecoded(OntraportSandbox sandbox) {
        ApiClient.of(sandbox).send("POST", "/objects", new String[] {"a b", "ü&"}, ApiClient.JSON, "{\"objectID\":0}");
        ApiClient.of(sandbox).get("/nowhere");

        SandboxRequest first = sandbox.requests().get(0);
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.path()).isEqualTo("/objects");
        assertThat(first.query()).containsOnlyKeys("a b").containsEntry("a b", "ü&");
        assertThat(first.contentType()).isEqualTo(ApiClient.JSON);
        assertThat(first.body()).isEqualTo("{\"objectID\":0}");
        assertThat(sandbox.requests()).extracting(SandboxRequest::status).containsExactly(200, 404);
        assertThat(sandbox.requests().get(1).contentType()).isNull();
    }

    @Test
    void countsAllRequestsAndForgetsThem(OntraportSandbox sandbox) {
        sandbox.requestsPerMinute(100_000);
        AccountRequest call = new AccountRequest("GET", "/1/Contacts", "%zz", Map.of(), "");
        RequestLog log = new RequestLog();
        IntStream.range(0, RequestLog.CAPACITY + 5).forEach(status -> log.add(Instant.EPOCH, call, status));

        assertThat(log.count()).isEqualTo(RequestLog.CAPACITY + 5);
        assertThat(log.latest())
                .hasSize(RequestLog.CAPACITY)
                .first()
                .extracting(LoggedRequest::status)
                .isEqualTo(5);

        ApiClient.of(sandbox).get("/Contacts");
        sandbox.forgetRequests();
        assertThat(sandbox.requests()).isEmpty();
        assertThat(sandbox.requestCount()).isZero();
    }

    @Test
    void concurrentRequestsGetDistinctIds(OntraportSandbox sandbox) {
        sandbox.requestsPerMinute(1_000);
        ApiClient api = ApiClient.of(sandbox);

        List<CompletableFuture<String>> ids = IntStream.range(0, 300)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> api.form("POST", "/Contacts", "firstname", "n" + i)
                                .data()
                                .get("id")
                                .textValue(),
                        task -> new Thread(task).start()))
                .toList();

        assertThat(ids.stream().map(CompletableFuture::join))
                .doesNotHaveDuplicates()
                .hasSize(300);
        assertThat(sandbox.records(0)).hasSize(300);
        assertThat(sandbox.requestCount()).isEqualTo(300);
    }
}
