package io.github.camelontraport.api;

import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recognises a reply whose end is missing: a proxy or server cut the body without breaking the connection. */
final class TruncatedJson {

    /** Longer than the beginning of any literal. */
    private static final int LONGEST = 8;

    private TruncatedJson() {}

    /** Whether the body, which is not a JSON object, is the beginning of one. An empty body is. */
    static boolean isTruncated(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).stripLeading();
        return text.isEmpty()
                || endsEarly(body)
                || (text.startsWith("{") && completions(body).anyMatch(TruncatedJson::endsEarly));
    }

    private static boolean endsEarly(byte[] body) {
        try {
            Json.read(body);
            return false;
        } catch (JsonEOFException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The body with its last token completed: the parser does not distinguish a literal or number that is cut, or a
     * missing name behind a comma, from a wrong one.
     */
    private static Stream<byte[]> completions(byte[] body) {
        String end = new String(
                body, Math.max(0, body.length - LONGEST), Math.min(body.length, LONGEST), StandardCharsets.ISO_8859_1);
        Stream<String> literals = Stream.of("null", "true", "false")
                .flatMap(literal -> IntStream.range(1, literal.length())
                        .filter(length -> end.endsWith(literal.substring(0, length)))
                        .mapToObj(literal::substring));
        return Stream.concat(literals, Stream.of("0", "\"")).map(rest -> append(body, rest));
    }

    private static byte[] append(byte[] body, String rest) {
        byte[] longer = Arrays.copyOf(body, body.length + rest.length());
        System.arraycopy(rest.getBytes(StandardCharsets.US_ASCII), 0, longer, body.length, rest.length());
        return longer;
    }
}
