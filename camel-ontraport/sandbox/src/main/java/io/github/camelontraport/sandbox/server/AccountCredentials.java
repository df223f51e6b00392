package io.github.camelontraport.sandbox.server;

import java.util.List;

/** The key and app id that every call has to carry. */
public record AccountCredentials(String apiKey, String appId) {

    static final String API_KEY_HEADER = "api-key";
    static final String APP_ID_HEADER = "api-appid";
    static final List<String> HEADERS = List.of(API_KEY_HEADER, APP_ID_HEADER);

    boolean admit(ApiCall call) {
        return apiKey.equals(call.header(API_KEY_HEADER)) && appId.equals(call.header(APP_ID_HEADER));
    }
}
