package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The URL that Ontraport sends deliveries to, with the token and the format of the deliveries.
 *
 * @param url   without the token
 * @param token empty when deliveries are not verified
 */
public record CallbackUrl(String url, Optional<VerifyToken> token, WebhookFormat format) {

    public String urlWithToken() {
        return token.map(secret -> secret.appendTo(url)).orElse(url);
    }

    /** Whether the URL of a subscription is this one, whatever its token. */
    public boolean matches(String subscriptionUrl) {
        return normalized(VerifyToken.removeFrom(subscriptionUrl)).equals(normalized(url));
    }

    /**
     * Whether a subscription has this URL, token and format.
     *
     * @param data the field {@code data} of the subscription
     */
    public boolean isCurrent(String subscriptionUrl, JsonNode data) {
        return normalized(subscriptionUrl).equals(normalized(urlWithToken())) && format.matches(data);
    }

    /** The account may show a URL in another spelling than the one it was given. */
    private static String normalized(String text) {
        try {
            URI parsed = URI.create(text.strip());
            String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
            int defaultPort = scheme.equals("https") ? 443 : 80;
            return scheme + "://" + String.valueOf(parsed.getHost()).toLowerCase(Locale.ROOT) + ":"
                    + (parsed.getPort() < 0 ? defaultPort : parsed.getPort()) + parsed.getPath()
                    + (parsed.getQuery() == null ? "" : "?" + parsed.getQuery());
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * Masks this token, and the value of every parameter named token, in a text that came from outside.
     *
     * @param text {@code null} gives an empty text
     */
    public String redact(String text) {
        return text == null
                ? ""
                : VerifyToken.redactParameters(
                        token.map(secret -> secret.redact(text)).orElse(text));
    }
}
