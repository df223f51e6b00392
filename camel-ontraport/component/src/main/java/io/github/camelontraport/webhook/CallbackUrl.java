package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where deliveries are to go, and in which format.
 *
 * @param url without the token
 */
public record CallbackUrl(String url, Optional<VerifyToken> token, WebhookFormat format) {

    public String urlWithToken() {
        return token.map(secret -> secret.in(url)).orElse(url);
    }

    /** Whether a subscription's URL is this one, whatever its token. */
    public boolean isThatOf(String other) {
        return normal(VerifyToken.without(other)).equals(normal(url));
    }

    public boolean isCurrent(String other, JsonNode data) {
        return normal(other).equals(normal(urlWithToken())) && format.isMeantBy(data);
    }

    /** As two ways to write one URL are the same, and the account may show another one than it was given. */
    private static String normal(String text) {
        try {
            URI parsed = URI.create(text.strip());
            String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            return scheme + "://" + String.valueOf(parsed.getHost()).toLowerCase(Locale.ROOT) + ":"
                    + (parsed.getPort() < 0 ? usual : parsed.getPort()) + parsed.getPath()
                    + (parsed.getQuery() == null ? "" : "?" + parsed.getQuery());
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Words from outside without the token, and without that of anybody else's subscription. {@code null} is no words. */
    public String hideTokenIn(String words) {
        return words == null
                ? ""
                : VerifyToken.hideAnyIn(
                        token.map(secret -> secret.hideIn(words)).orElse(words));
    }
}
