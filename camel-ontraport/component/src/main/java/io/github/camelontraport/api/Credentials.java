package io.github.camelontraport.api;

import java.util.Map;

/** The two headers that authenticate every request. The text form shows neither. */
public record Credentials(String apiKey, String appId) {

    static final String KEY_HEADER = "Api-Key";
    static final String APP_HEADER = "Api-Appid";

    /**
     * Refuses what is missing, and what cannot be a header. The HTTP client would refuse that too, but repeat the secret in
     * its message.
     */
    public Credentials {
        check("apiKey", apiKey);
        check("appId", appId);
    }

    private static void check(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new MissingCredentialException(option);
        }
        if (!value.matches("[!-~]+")) {
            throw new InvalidInputException(option + " holds something other than visible ASCII characters: a blank or"
                    + " a line end, perhaps from the file it was read from");
        }
    }

    Map<String, String> headers() {
        return Map.of(KEY_HEADER, apiKey, APP_HEADER, appId);
    }

    /** Removes the credentials from texts of others. */
    Redaction redaction() {
        return new Redaction(apiKey, appId);
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
