package io.github.camelontraport.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelontraport.api.http.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * The API's answer to a read, whatever it is.
 *
 * @param path the path that was read, for what is printed
 */
record Reply(String path, TransportResponse response) {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final JsonMapper MAPPER = new JsonMapper();

    int status() {
        return response.status();
    }

    Optional<String> header(String name) {
        return response.header(name.toLowerCase(Locale.ROOT));
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8).strip();
    }

    /** The whole body; a missing node when it is not JSON. */
    JsonNode json() {
        try {
            return MAPPER.readTree(text());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether this is a success as the component defines it. */
    boolean succeeded() {
        return status() == OK && json().path("code").asText().equals("0");
    }

    /** The data of a success. Ends the check otherwise. */
    JsonNode data() {
        if (status() == FORBIDDEN) {
            throw CheckEndedException.notTried("the key may not read " + path);
        }
        if (!succeeded()) {
            throw CheckEndedException.doesNotHold(path + " answered " + describeFailure());
        }
        return json().path("data");
    }

    /** The records of a collection. Ends the check when this is none. */
    List<JsonNode> rows() {
        JsonNode data = data();
        if (!data.isArray()) {
            throw CheckEndedException.doesNotHold(path + " answered without an array of records");
        }
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    /** The total that {@code count=true} asks for. */
    OptionalLong count() {
        return number(json().path("count"));
    }

    /** A number that is written as a text or as a number. */
    static OptionalLong number(JsonNode value) {
        String text = value.asText();
        return text.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Without the body, which may hold anything. */
    String describeFailure() {
        JsonNode json = json();
        return "HTTP " + status()
                + (json.has("code")
                        ? " with code " + json.path("code").asInt()
                        : json.isMissingNode() ? " with text" : "");
    }
}
