package io.github.camelontraport.operation.raw;

import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RequestBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks the request headers of raw calls. */
final class RawHeaders {

    /** Headers that the client sets, or that decide where the request goes, how long it is, and how the reply is encoded. */
    private static final List<String> RESERVED = List.of(
            "host",
            "content-length",
            "content-encoding",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "expect",
            "upgrade",
            "transfer-encoding",
            "authorization",
            "proxy-authorization",
            "accept",
            "accept-encoding",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    private RawHeaders() {}

    static void check(String name, String value) {
        if (Credentials.isCredential(name)) {
            throw new InvalidInputException("Request header " + name
                    + " cannot be set: the credentials are those of the endpoint or component");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT)) || !name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            throw new InvalidInputException("Request header '" + name + "' cannot be set");
        }
        if (!value.matches("[\\t -~]*")) {
            throw new InvalidInputException("Request header " + name + " has a line break or another character that a "
                    + "header cannot carry");
        }
    }

    /** Removes the content type from the headers; empty when there is none. */
    static Optional<String> takeContentType(Map<String, String> headers) {
        List<String> names = headers.keySet().stream()
                .filter("content-type"::equalsIgnoreCase)
                .toList();
        if (names.size() > 1) {
            throw new InvalidInputException("Request header Content-Type is given twice; give it once");
        }
        Optional<String> given = names.stream().findFirst().map(headers::remove);
        return given.map(RawHeaders::contentType);
    }

    private static String contentType(String given) {
        String type = given.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(RequestBody.JSON) && !type.equals(RequestBody.FORM)) {
            throw new InvalidInputException("Content-Type '" + given + "' is neither " + RequestBody.JSON + " nor "
                    + RequestBody.FORM + ", which are what the API reads");
        }
        return type;
    }
}
