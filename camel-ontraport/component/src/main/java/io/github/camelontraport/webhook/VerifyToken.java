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
 * The secret by which a delivery is known to be Ontraport's, which signs nothing: it travels in the URL of the
 * subscription, as the query parameter token. Its text form does not show it.
 */
public final class VerifyToken {

    /** Name of the query parameter. */
    public static final String PARAMETER = "token";

    private static final String PREFIX = PARAMETER + "=";
    /** Nothing that has to be encoded in a URL, so that it compares as it is. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{16,}");

    private static final Pattern NAMED = Pattern.compile("(?i)(" + PARAMETER + "(?:=|%3D))[^&\"'\\s\\\\]*");

    private final String text;

    private VerifyToken(String text) {
        this.text = text;
    }

    /**
     * @param text {@code null} for none
     * @throws InvalidInputException when it is too short, or could not stand in a URL as it is
     */
    public static Optional<VerifyToken> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(text).matches()) {
            throw new InvalidInputException(
                    "Option webhookVerifyToken: it must be 16 or more of A-Z a-z 0-9 . _ ~ - and has " + text.length()
                            + " characters" + (text.length() < 16 ? "" : ", some of which are others"));
        }
        return Optional.of(new VerifyToken(text));
    }

    /** Whether the query has this token, once. Takes the same time wherever a wrong one differs. */
    public boolean isIn(String query) {
        List<String> given =
                parameters(query).stream().filter(VerifyToken::isToken).toList();
        return given.size() == 1 && isGivenAs(decoded(given.get(0).substring(PREFIX.length())));
    }

    /** Some encode what need not be. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** Likewise for the token by itself. */
    public boolean isGivenAs(String token) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** The URL with the token behind it. */
    public String in(String url) {
        return url + (url.contains("?") ? "&" : "?") + PREFIX + text;
    }

    /** The URL without any token, whosesoever. */
    public static String without(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return url;
        }
        String rest = parameters(url.substring(mark + 1)).stream()
                .filter(parameter -> !isToken(parameter))
                .collect(Collectors.joining("&"));
        return url.substring(0, mark) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** What came from outside, in case somebody echoed the token. */
    String hideIn(String words) {
        return words.replace(text, "xxxxxx");
    }

    /** Likewise of tokens that are not ours, or no longer, or were cut off: whatever follows the name of the parameter. */
    static String hideAnyIn(String words) {
        return NAMED.matcher(words).replaceAll("$1xxxxxx");
    }

    private static List<String> parameters(String query) {
        return query == null ? List.of() : Arrays.asList(query.split("&"));
    }

    private static boolean isToken(String parameter) {
        return parameter.startsWith(PREFIX);
    }

    @Override
    public String toString() {
        return "xxxxxx";
    }
}
