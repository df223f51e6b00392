package io.github.camelontraport.api.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What HTTP allows in a request. The library writes what it is given, line breaks included. */
final class RequestSyntax {

    private static final int LAST_CONTROL = 0x9F;
    private static final int LAST_LATIN = 0xFF;
    private static final String SIGNS_OF_NAMES = "!#$%&'*+-.^_`|~";

    /** The connection and the length of the body are up to the client. */
    private static final Set<String> OF_THE_CLIENT = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private RequestSyntax() {}

    static boolean allows(TransportRequest request) {
        if (!isName(request.method())
                || request.method().equalsIgnoreCase("CONNECT")
                || request.uri().getScheme() == null
                || request.uri().getHost() == null) {
            return false;
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (!isName(header.getKey())
                    || OF_THE_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))
                    || !isValue(header.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean allowed = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || SIGNS_OF_NAMES.indexOf(character) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean ascii = character == '\t' || (character >= ' ' && character <= '~');
            if (!ascii && (character <= LAST_CONTROL || character > LAST_LATIN)) {
                return false;
            }
        }
        return true;
    }
}
