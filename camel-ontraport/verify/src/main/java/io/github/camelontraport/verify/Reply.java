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
    private static final int REDIRECTIONS = 300;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
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

    /** Whether the account does not let the key read this. */
    boolean isDenied() {
        return status() == UNAUTHORIZED || status() == FORBIDDEN;
    }

    /** Whether the API refuses the request itself; {@link #requireEvidence} excludes what refuses any request. */
    boolean isRefusal() {
        return status() >= CLIENT_ERRORS && status() < SERVER_ERRORS;
    }

    /**
     * Ends the check when this reply is not the API's answer to the request, so that it proves nothing: the key may not read, a
     * limit is reached, a server fails, or a gateway answers in the API's place.
     */
    Reply requireEvidence() {
        if (isDenied()) {
            throw CheckEndedException.notTried("the key may not read " + path + ": " + describeFailure());
        }
        if (status() == TOO_MANY_REQUESTS || status() >= SERVER_ERRORS || isOfGateway()) {
            throw CheckEndedException.notTried(path + " answered " + describeFailure());
        }
        return this;
    }

    /** The API writes errors as short texts, and everything else as JSON. */
    private boolean isOfGateway() {
        boolean redirects = status() >= REDIRECTIONS && status() < CLIENT_ERRORS;
        boolean brokenJson = status() == OK && json().isMissingNode();
        return redirects || brokenJson || text().startsWith("<");
    }

    /** The data of a success. Ends the check otherwise. */
    JsonNode data() {
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
                        : json.isMissingNode() ? " without JSON" : "");
    }
}
