package io.github.camelontraport.benchmarks.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The JDK's HTTP client and Jackson, nothing between: the floor. No limit, no retry, no check of what comes back. */
public final class PlainClient implements Candidate {

    public static final String NAME = "java.net.http";

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final int PAGE = 50;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Account account;

    public PlainClient(Account account) {
        this.account = account;
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
        return http.sendAsync(one(id), BodyHandlers.ofByteArray()).thenApply(reply -> record(parse(reply)));
    }

    @Override
    public Map<String, Object> upsert(Map<String, Object> contact) {
        Map<String, Object> typed = new HashMap<>(contact);
        typed.put("objectID", 0);
        return record(send(write("POST", "/objects/saveorupdate", typed)));
    }

    @Override
    public List<Map<String, Object>> page() {
        return records(send(request("/objects?objectID=0&range=" + PAGE).GET().build()));
    }

    @Override
    public void readAll(Consumer<Map<String, Object>> each) {
        List<Map<String, Object>> page;
        String last = "0";
        do {
            String condition = "[{\"field\":{\"field\":\"id\"},\"op\":\">\",\"value\":{\"value\":\"" + last + "\"}}]";
            page = records(send(request("/objects?objectID=0&sort=id&sortDir=asc&range=" + PAGE + "&condition="
                            + URLEncoder.encode(condition, StandardCharsets.UTF_8))
                    .GET()
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
            ids.add(reply.get("attrs") instanceof Map<?, ?> attrs ? attrs.get("id") : reply.get("id"));
        });
        tag(ids);
    }

    @Override
    public void tagEach(List<Long> ids) {
        // By hand, who has them all sends them all.
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
        // The JDK's client of version 17 ends when it is forgotten.
    }

    private HttpRequest one(long id) {
        return request("/object?objectID=0&id=" + id).GET().build();
    }

    private HttpRequest write(String method, String path, Map<String, Object> body) {
        try {
            return request(path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(account.baseUrl() + path))
                .header("Api-Key", account.apiKey())
                .header("Api-Appid", account.appId());
    }

    private Map<String, Object> send(HttpRequest request) {
        try {
            return parse(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> parse(HttpResponse<byte[]> reply) {
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("HTTP " + reply.statusCode());
        }
        try {
            return json.readValue(reply.body(), MAP);
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
