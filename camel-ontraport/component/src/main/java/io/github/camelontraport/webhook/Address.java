package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Where deliveries are to go, and in which format.
 *
 * @param url without the token
 */
public record Address(String url, Optional<VerifyToken> token, WebhookFormat format) {

    String urlWithToken() {
        return token.map(secret -> secret.in(url)).orElse(url);
    }

    /** Whether a subscription's URL is this one, whatever its token. */
    boolean isThatOf(String other) {
        return VerifyToken.without(other).equals(url);
    }

    boolean isCurrent(String other, JsonNode data) {
        return other.equals(urlWithToken()) && format.isMeantBy(data);
    }

    /** Words from outside without the token. */
    String hideTokenIn(String words) {
        return words == null ? "" : token.map(secret -> secret.hideIn(words)).orElse(words);
    }
}
