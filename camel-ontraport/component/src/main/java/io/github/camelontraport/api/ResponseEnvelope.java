package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the envelope {@code {"code":0,"data":...}} around every reply. The status is checked first, since errors come as
 * bare sentences in {@code text/html}. A success needs {@code code} 0 and a JSON object, too.
 */
final class ResponseEnvelope {

    /** Enough of a body for its capped text; the rest of a huge one need not be decoded. */
    private static final int BYTES_READ = 16 * 1024;
    /** Longer than any credential, so that none remains in part where the decoded text ends. */
    private static final int DROPPED_AT_END = 1024;

    private static final Map<Integer, Kind> KINDS = Map.of(
            400,
            Kind.VALIDATION,
            422,
            Kind.VALIDATION,
            401,
            Kind.AUTHENTICATION,
            403,
            Kind.AUTHENTICATION,
            404,
            Kind.NOT_FOUND,
            429,
            Kind.RATE_LIMITED);

    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private static final String NOT_AN_OBJECT = "something other than a JSON object";

    private ResponseEnvelope() {}

    /**
     * The reply; a failure carries the exception's details, to which the caller adds what it knows of the call.
     *
     * @param credentials removed from what the server said, in case it echoed them
     */
    static ApiReply read(ApiRequest request, TransportResponse http, Credentials credentials) throws Refused {
        if (http.status() < 200 || http.status() > 299) {
            throw new Refused(ofStatus(request, http, credentials));
        }
        if (request.method().equals("HEAD")) {
            return ApiReply.EMPTY;
        }
        Map<String, Object> root = object(request, http, credentials);
        Object code = root.get("code");
        if (!root.containsKey("code") && !root.containsKey("data")) {
            if (root.get("id") == null) {
                throw new Refused(notJson(request, http, credentials, "neither an envelope nor a record"));
            }
            // Seen once for the default credit card: the record itself instead of an envelope.
            return new ApiReply(root, OptionalLong.empty());
        }
        if (root.containsKey("code") && !"0".equals(String.valueOf(code))) {
            Redaction redaction = credentials.redaction();
            String found = redaction.clean(
                    code instanceof String text ? text : Json.tree(code).toString());
            throw new Refused(ApiException.details(
                            Kind.OTHER, request + " answered HTTP " + http.status() + " but code " + OneLine.of(found))
                    .status(http.status())
                    .code(found)
                    .text(redaction.clean(message(root))));
        }
        return new ApiReply(root.get("data"), count(root));
    }

    private static ApiException.Details ofStatus(ApiRequest request, TransportResponse http, Credentials credentials) {
        Kind kind = KINDS.getOrDefault(http.status(), Kind.OTHER);
        String text = text(http, credentials);
        return ApiException.details(kind, request + " answered HTTP " + http.status() + advice(http.status(), text))
                .status(http.status())
                .text(text)
                .retryable(http.status() >= 500 || http.status() == 429);
    }

    private static String advice(int status, String text) {
        if (status >= 300 && status < 400) {
            return ", a redirect, which is not followed: check baseUrl";
        }
        boolean noSuchPath = status == 404 && text.toLowerCase(Locale.ROOT).contains("invalid path");
        return noSuchPath
                ? " (if every call says so, baseUrl may lack the version, as in https://api.ontraport.com/1)"
                : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(ApiRequest request, TransportResponse http, Credentials credentials)
            throws Refused {
        try {
            if (Json.read(http.body()) instanceof Map<?, ?> root) {
                return (Map<String, Object>) root;
            }
        } catch (IOException e) {
            if (TruncatedJson.isTruncated(http.body())) {
                throw Refused.cutShort(
                        ApiException.details(Kind.CONNECTION, request + " was answered with a reply that is cut short")
                                .status(http.status())
                                .text(text(http, credentials))
                                .retryable(true));
            }
        }
        throw new Refused(notJson(request, http, credentials, NOT_AN_OBJECT));
    }

    private static ApiException.Details notJson(
            ApiRequest request, TransportResponse http, Credentials credentials, String found) {
        return ApiException.details(Kind.OTHER, request + " answered HTTP " + http.status() + " with " + found)
                .status(http.status())
                .text(text(http, credentials));
    }

    private static String text(TransportResponse http, Credentials credentials) {
        byte[] body = http.body();
        String decoded = new String(body, 0, Math.min(body.length, BYTES_READ), StandardCharsets.UTF_8);
        String text = credentials.redaction().clean(decoded);
        return body.length > BYTES_READ ? text.substring(0, Math.max(0, text.length() - DROPPED_AT_END)) : text;
    }

    private static OptionalLong count(Map<String, Object> root) {
        Object count = root.containsKey("count")
                ? root.get("count")
                : root.get("data") instanceof Map<?, ?> data ? data.get("count") : null;
        if (count == null) {
            return OptionalLong.empty();
        }
        String text = Json.text(count);
        return COUNT.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String message(Map<String, Object> root) {
        return Json.text(root.get("message") == null ? root.get("data") : root.get("message"));
    }

    /** A response that is a failure; never leaves the package. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient ApiException.Details details;
        private final boolean cutShort;

        Refused(ApiException.Details details) {
            this(details, false);
        }

        private Refused(ApiException.Details details, boolean cutShort) {
            super(null, null, false, false);
            this.details = details;
            this.cutShort = cutShort;
        }

        static Refused cutShort(ApiException.Details details) {
            return new Refused(details, true);
        }

        /** Whether the response was cut short on its way, so that it says nothing about the call. */
        boolean isCutShort() {
            return cutShort;
        }

        ApiException.Details details() {
            return details;
        }
    }
}
