package io.github.camelontraport.sandbox.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.OntraportSandbox;
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
import java.util.stream.Collectors;

/** A plain HTTP client with the credentials of the account. */
public record ApiClient(String baseUrl, String apiKey, String appId) {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static ApiClient of(OntraportSandbox sandbox) {
        return new ApiClient(sandbox.baseUrl(), sandbox.apiKey(), sandbox.appId());
    }

    public Answer get(String path, String... query) {
        return send("GET", path, query, null, null);
    }

    public Answer delete(String path, String... query) {
        return send("DELETE", path, query, null, null);
    }

    public Answer json(String method, String path, String body) {
        return send(method, path, new String[0], JSON, body.replace('\'', '"'));
    }

    public Answer form(String method, String path, String... fields) {
        return send(method, path, new String[0], FORM, encode(fields));
    }

    /** Sends a request. The query is given as alternating names and values; the body may be null. */
    public Answer send(String method, String path, String[] query, String contentType, String body) {
        HttpRequest.Builder request = request(method, path, query, contentType, body);
        return exchange(
                request.header("Api-Key", apiKey).header("Api-Appid", appId).build());
    }

    public HttpRequest.Builder request(String method, String path, String[] query, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(baseUrl + path + (query.length == 0 ? "" : "?" + encode(query))))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return contentType == null ? request : request.header("Content-Type", contentType);
    }

    public static Answer exchange(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String... namesAndValues) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            encoded.append(i == 0 ? "" : "&")
                    .append(escape(namesAndValues[i]))
                    .append('=')
                    .append(escape(namesAndValues[i + 1]));
        }
        return encoded.toString();
    }

    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A reply. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            return parse(text());
        }

        public JsonNode data() {
            return json().path("data");
        }

        /** The ids of a collection, in order. */
        public String ids() {
            return data().findValuesAsText("id").stream().collect(Collectors.joining(","));
        }
    }
}
