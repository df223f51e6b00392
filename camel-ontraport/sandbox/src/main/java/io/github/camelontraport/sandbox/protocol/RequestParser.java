package io.github.camelontraport.sandbox.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Parses the parameters of a request: the query and, except on GET and HEAD, a JSON or form body. The body wins. */
public final class RequestParser {

    /** Amounts keep their digits. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RequestParser() {}

    public static RequestParameters of(AccountRequest request) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        decode(request.query()).forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        boolean hasBody = !request.isRead() && !request.body().isBlank();
        if (hasBody) {
            addBody(request, values);
        }
        return new RequestParameters(values, hasBody && isJson(request));
    }

    /** Decodes a query or form; the last of repeated names wins. */
    public static Map<String, String> decode(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                values.put(
                        unescape(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : unescape(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static void addBody(AccountRequest request, Map<String, JsonNode> values) {
        String contentType = contentType(request);
        if (isJson(request)) {
            parseObject(request.body()).properties().forEach(member -> values.put(member.getKey(), member.getValue()));
        } else if (contentType.isEmpty() || contentType.startsWith("application/x-www-form-urlencoded")) {
            decode(request.body()).forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        } else {
            throw ApiErrorException.invalid("Unsupported content type");
        }
    }

    private static boolean isJson(AccountRequest request) {
        return contentType(request).startsWith("application/json");
    }

    private static String contentType(AccountRequest request) {
        return request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    }

    private static JsonNode parseObject(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw ApiErrorException.invalid("Malformed JSON");
        }
        if (!node.isObject()) {
            throw ApiErrorException.invalid("Malformed JSON");
        }
        return node;
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiErrorException.invalid("Malformed parameters");
        }
    }
}
