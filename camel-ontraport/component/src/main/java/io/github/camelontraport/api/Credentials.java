package io.github.camelontraport.api;

import java.util.Map;

/** The two headers that authenticate every request. The text form shows neither. */
public record Credentials(String apiKey, String appId) {

    static final String KEY_HEADER = "Api-Key";
    static final String APP_HEADER = "Api-Appid";

    /** Shorter ones are used in tests only, and occur in ordinary words. */
    private static final int SHORTEST_HIDDEN = 8;

    /** Refuses what cannot be a header. The HTTP client would refuse it too, but repeat the secret in its message. */
    public Credentials {
        check("apiKey", apiKey);
        check("appId", appId);
    }

    private static void check(String option, String value) {
        if (value == null || !value.matches("[!-~]+")) {
            throw new InvalidInputException(option + " is missing, or holds something other than visible ASCII "
                    + "characters: a blank or a line end, perhaps from the file it was read from");
        }
    }

    Map<String, String> headers() {
        return Map.of(KEY_HEADER, apiKey, APP_HEADER, appId);
    }

    /** The text without the credentials; null for null. */
    String hideIn(String text) {
        return text == null ? null : hide(apiKey, hide(appId, text));
    }

    private static String hide(String secret, String text) {
        return secret.length() < SHORTEST_HIDDEN ? text : text.replace(secret, "***");
    }

    /** Whether a header of this name, in any case, would replace a credential. */
    public static boolean isCredential(String header) {
        return KEY_HEADER.equalsIgnoreCase(header) || APP_HEADER.equalsIgnoreCase(header);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
