package io.github.camelontraport.benchmarks.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.io.CloseMode;

/**
 * The library that the component's transport uses, with Jackson, nothing between: the floor. No limit, no retry, no check of
 * what comes back.
 */
public final class ApacheClient implements Candidate {

    public static final String NAME = "httpclient5 async";

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final int PAGE = 50;
    private static final int CONNECTIONS = 64;

    private final CloseableHttpAsyncClient http = HttpAsyncClientBuilder.create()
            .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Account account;

    public ApacheClient(Account account) {
        this.account = account;
        http.start();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> get(long id) {
        return record(send(one(id)));
    }

    @Override
    public CompletableFuture<?> getLater(long id) {
        return sendLater(one(id)).thenApply(reply -> record(parse(reply)));
    }

    @Override
    public Map<String, Object> upsert(Map<String, Object> contact) {
        Map<String, Object> typed = new HashMap<>(contact);
        typed.put("objectID", 0);
        return record(send(write("POST", "/objects/saveorupdate", typed)));
    }

    @Override
    public List<Map<String, Object>> page() {
        return records(send(request("GET", "/objects?objectID=0&range=" + PAGE).build()));
    }

    @Override
    public void readAll(Consumer<Map<String, Object>> each) {
        List<Map<String, Object>> page;
        String last = "0";
        do {
            String condition = "[{\"field\":{\"field\":\"id\"},\"op\":\">\",\"value\":{\"value\":\"" + last + "\"}}]";
            page = records(send(request(
                            "GET",
                            "/objects?objectID=0&sort=id&sortDir=asc&range=" + PAGE + "&condition="
                                    + URLEncoder.encode(condition, StandardCharsets.UTF_8))
                    .build()));
            page.forEach(each);
            last = page.isEmpty() ? last : page.get(page.size() - 1).get("id").toString();
        } while (page.size() == PAGE);
    }

    @Override
    public void upsertAndTag(List<Map<String, Object>> contacts) {
        List<Object> ids = new ArrayList<>();
        contacts.forEach(contact -> {
            Map<String, Object> reply = upsert(contact);
            // An update answers with other nesting than a create.
            ids.add(reply.get("attrs") instanceof Map<?, ?> attributes ? attributes.get("id") : reply.get("id"));
        });
        tag(ids);
    }

    @Override
    public void tagEach(List<Long> ids) {
        // A program that has all ids at hand sends them in one request.
        tag(ids);
    }

    private void tag(List<?> ids) {
        send(write("PUT", "/objects/tagByName", Map.of("objectID", 0, "ids", ids, "add_names", List.of("Benchmark"))));
    }

    @Override
    public void getEach(List<Long> ids) {
        CompletableFuture.allOf(ids.stream().map(this::getLater).toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public void close() {
        http.close(CloseMode.GRACEFUL);
    }

    private SimpleHttpRequest one(long id) {
        return request("GET", "/object?objectID=0&id=" + id).build();
    }

    private SimpleHttpRequest write(String method, String path, Map<String, Object> body) {
        try {
            return request(method, path)
                    .setBody(json.writeValueAsBytes(body), ContentType.APPLICATION_JSON)
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimpleRequestBuilder request(String method, String path) {
        return SimpleRequestBuilder.create(method)
                .setUri(account.baseUrl() + path)
                .addHeader("Api-Key", account.apiKey())
                .addHeader("Api-Appid", account.appId());
    }

    private Map<String, Object> send(SimpleHttpRequest request) {
        return parse(sendLater(request).join());
    }

    private CompletableFuture<SimpleHttpResponse> sendLater(SimpleHttpRequest request) {
        CompletableFuture<SimpleHttpResponse> reply = new CompletableFuture<>();
        Future<?> unused = http.execute(request, new FutureCallback<>() {
            @Override
            public void completed(SimpleHttpResponse response) {
                reply.complete(response);
            }

            @Override
            public void failed(Exception failure) {
                reply.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                reply.cancel(false);
            }
        });
        return reply;
    }

    private Map<String, Object> parse(SimpleHttpResponse reply) {
        if (reply.getCode() != 200) {
            throw new IllegalStateException("HTTP " + reply.getCode());
        }
        try {
            return json.readValue(reply.getBodyBytes(), MAP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(Map<String, Object> envelope) {
        return (Map<String, Object>) envelope.get("data");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> records(Map<String, Object> envelope) {
        return (List<Map<String, Object>>) envelope.get("data");
    }
}
