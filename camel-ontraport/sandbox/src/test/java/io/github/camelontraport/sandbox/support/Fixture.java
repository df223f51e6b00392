package io.github.camelontraport.sandbox.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A recorded request with its reply. */
public record Fixture(String name, JsonNode request, JsonNode response) {

    public static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Fixture read(String name) {
        try {
            JsonNode file = ApiClient.parse(Files.readString(folder().resolve(name + ".json")));
            return new Fixture(name, file.get("request"), file.get("response"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the request as recorded, including its credentials. */
    public ApiClient.Answer send(OntraportSandbox sandbox) {
        URI base = URI.create(sandbox.baseUrl()).resolve("/");
        JsonNode body = request.get("body");
        ApiClient api = new ApiClient(base.toString().replaceAll("/$", ""), null, null);
        HttpRequest.Builder sent = api.request(
                request.get("method").asText(),
                request.get("path").asText(),
                query(),
                request.get("contentType").textValue(),
                body.isNull() ? null : body.isTextual() ? body.asText() : body.toString());
        request.get("headers")
                .properties()
                .forEach(
                        header -> sent.header(header.getKey(), header.getValue().asText()));
        return ApiClient.exchange(sent.build());
    }

    private String[] query() {
        List<String> query = new ArrayList<>();
        request.get("query").properties().forEach(parameter -> {
            query.add(parameter.getKey());
            query.add(parameter.getValue().asText());
        });
        return query.toArray(String[]::new);
    }

    private static Path folder() {
        try {
            return Path.of(Fixture.class.getResource("/ontraport-fixtures").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
