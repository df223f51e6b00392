package io.github.camelontraport.webhook;

import io.github.camelontraport.api.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The secret that verifies a delivery. Ontraport signs nothing, so the secret is part of the subscription's URL, as the
 * query parameter {@code token}. {@link #toString} does not show it. Immutable.
 */
public final class VerifyToken {

    /** Name of the query parameter. */
    public static final String PARAMETER = "token";

    private static final String PREFIX = PARAMETER + "=";
    private static final String MASK = "xxxxxx";
    /** Only characters that a URL holds without encoding, so that the token compares as it is. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~-]{16,}");

    private static final Pattern NAMED = Pattern.compile("(?i)(" + PARAMETER + "(?:=|%3D))[^&\"'\\s\\\\]*");

    private final String text;

    private VerifyToken(String text) {
        this.text = text;
    }

    /**
     * The token of the option webhookVerifyToken.
     *
     * @param text {@code null} for no token
     * @throws InvalidInputException when the text is too short or holds characters that are not allowed
     */
    public static Optional<VerifyToken> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!ALLOWED.matcher(text).matches()) {
            throw new InvalidInputException(
                    "Option webhookVerifyToken: it must be 16 or more of A-Z a-z 0-9 . _ ~ - and has " + text.length()
                            + " characters" + (text.length() < 16 ? "" : ", some of which are others"));
        }
        return Optional.of(new VerifyToken(text));
    }

    /** Whether the query has exactly one parameter token, and its value is this token. Compares in constant time. */
    public boolean isInQuery(String query) {
        List<String> tokens =
                parameters(query).stream().filter(VerifyToken::isToken).toList();
        return tokens.size() == 1 && matches(decoded(tokens.get(0).substring(PREFIX.length())));
    }

    /** Some clients encode characters that need no encoding. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** Whether the value is this token. Compares in constant time. */
    public boolean matches(String value) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** The URL with the token as its last query parameter. */
    public String appendTo(String url) {
        return url + (url.contains("?") ? "&" : "?") + PREFIX + text;
    }

    /** The URL without its parameters named token, whatever their value. */
    public static String removeFrom(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return url;
        }
        String rest = parameters(url.substring(mark + 1)).stream()
                .filter(parameter -> !isToken(parameter))
                .collect(Collectors.joining("&"));
        return url.substring(0, mark) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** Masks this token in a text that came from outside and may echo it. */
    String redact(String message) {
        return message.replace(text, MASK);
    }

    /** Masks the value of every parameter named token: of other subscriptions, of former tokens, of truncated ones. */
    static String redactParameters(String message) {
        return NAMED.matcher(message).replaceAll("$1" + MASK);
    }

    private static List<String> parameters(String query) {
        return query == null ? List.of() : Arrays.asList(query.split("&"));
    }

    private static boolean isToken(String parameter) {
        return parameter.startsWith(PREFIX);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
