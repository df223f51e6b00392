package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.HttpUrl;
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

    /** Whether the URL of a subscription is this one, in whatever spelling and with whatever token. */
    public boolean matches(String subscriptionUrl) {
        return isSame(VerifyToken.removeFrom(subscriptionUrl), url);
    }

    /**
     * Whether a subscription has this URL, token and format.
     *
     * @param data the field {@code data} of the subscription
     */
    public boolean isCurrent(String subscriptionUrl, JsonNode data) {
        return isSame(subscriptionUrl, urlWithToken()) && format.matches(data);
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || HttpUrl.parse(one)
                        .filter(url -> HttpUrl.parse(other).filter(url::equals).isPresent())
                        .isPresent();
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
