package io.github.camelontraport.api;

import java.util.Map;

/** What authenticates every request: two headers. Its text form shows neither. */
public record Credentials(String apiKey, String appId) {

    static final String KEY_HEADER = "Api-Key";
    static final String APP_HEADER = "Api-Appid";

    Map<String, String> headers() {
        return Map.of(KEY_HEADER, apiKey, APP_HEADER, appId);
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
