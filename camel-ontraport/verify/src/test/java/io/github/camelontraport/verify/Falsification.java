package io.github.camelontraport.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.SandboxReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes an API of which a fact does not hold, by what it makes of the API's requests and replies.
 *
 * @param path    the path below the base URL whose requests are falsified
 * @param request changes the parameters of a request
 * @param reply   changes the reply
 */
record Falsification(String path, UnaryOperator<Map<String, String>> request, UnaryOperator<SandboxReply> reply) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** The API ignores the parameter. */
    static Falsification ignoring(String path, String parameter) {
        return with(path, parameter, null);
    }

    /** The API takes the parameter, where it is sent, for another value. */
    static Falsification with(String path, String parameter, String value) {
        return new Falsification(
                path,
                query -> {
                    Map<String, String> changed = new LinkedHashMap<>(query);
                    if (value == null) {
                        changed.remove(parameter);
                    } else {
                        changed.computeIfPresent(parameter, (name, sent) -> value);
                    }
                    return changed;
                },
                UnaryOperator.identity());
    }

    /** The API takes one text in the condition for another. */
    static Falsification condition(String text, String other) {
        return new Falsification(
                "/Contacts",
                query -> {
                    Map<String, String> changed = new LinkedHashMap<>(query);
                    changed.computeIfPresent("condition", (name, sent) -> sent.replace(text, other));
                    return changed;
                },
                UnaryOperator.identity());
    }

    static Falsification operator(String symbol, String other) {
        return condition("\"op\":\"" + symbol + "\"", "\"op\":\"" + other + "\"");
    }

    static Falsification answer(String path, int status, String body) {
        return new Falsification(
                path, UnaryOperator.identity(), reply -> new SandboxReply(status, reply.headers(), body));
    }

    /** @param value null removes the header */
    static Falsification header(String path, String name, String value) {
        return new Falsification(path, UnaryOperator.identity(), reply -> {
            Map<String, String> headers = new HashMap<>(reply.headers());
            headers.remove(name);
            if (value != null) {
                headers.put(name, value);
            }
            return new SandboxReply(reply.status(), headers, reply.body());
        });
    }

    /** Changes the whole JSON of the reply. */
    static Falsification json(String path, Consumer<ObjectNode> change) {
        return new Falsification(path, UnaryOperator.identity(), reply -> {
            try {
                ObjectNode root = (ObjectNode) MAPPER.readTree(reply.body());
                change.accept(root);
                return new SandboxReply(reply.status(), reply.headers(), MAPPER.writeValueAsString(root));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Changes the records of the reply. */
    static Falsification rows(String path, Consumer<List<JsonNode>> change) {
        return json(path, root -> {
            List<JsonNode> rows = new ArrayList<>();
            root.path("data").forEach(rows::add);
            change.accept(rows);
            ((ArrayNode) root.path("data")).removeAll().addAll(rows);
        });
    }

    static Falsification reversed(String path) {
        return rows(path, Collections::reverse);
    }

    /** Changes each record of the reply. */
    static Falsification eachRow(String path, Consumer<ObjectNode> change) {
        return rows(path, rows -> rows.forEach(row -> change.accept((ObjectNode) row)));
    }

    static Falsification renamed(String path, String field, String other) {
        return eachRow(path, row -> row.set(other, row.remove(field)));
    }
}
