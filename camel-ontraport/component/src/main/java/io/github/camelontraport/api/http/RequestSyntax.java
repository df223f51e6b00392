package io.github.camelontraport.api.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What HTTP allows in a request. The library writes what it is given, line breaks included. */
final class RequestSyntax {

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
        return isName(request.method())
                && !request.method().equalsIgnoreCase("CONNECT")
                && request.uri().getScheme() != null
                && request.uri().getHost() != null
                && request.headers().entrySet().stream().allMatch(RequestSyntax::allows);
    }

    private static boolean allows(Map.Entry<String, String> header) {
        return isName(header.getKey())
                && !OF_THE_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))
                && isValue(header.getValue());
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(character -> (character >= 'a' && character <= 'z')
                                || (character >= 'A' && character <= 'Z')
                                || (character >= '0' && character <= '9')
                                || SIGNS_OF_NAMES.indexOf(character) >= 0);
    }

    private static boolean isValue(String text) {
        return text.chars()
                .allMatch(character ->
                        character == '\t' || (character >= ' ' && character <= '~') || isLatinBeyondAscii(character));
    }

    private static boolean isLatinBeyondAscii(int character) {
        return character > 0x9F && character <= 0xFF;
    }
}
