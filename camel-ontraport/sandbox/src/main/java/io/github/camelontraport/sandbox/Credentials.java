package io.github.camelontraport.sandbox;

import java.util.List;

/** The key and app id that every call has to carry. */
record Credentials(String apiKey, String appId) {

    static final String API_KEY_HEADER = "api-key";
    static final String APP_ID_HEADER = "api-appid";
    static final List<String> HEADERS = List.of(API_KEY_HEADER, APP_ID_HEADER);

    boolean admit(Call call) {
        return apiKey.equals(call.header(API_KEY_HEADER)) && appId.equals(call.header(APP_ID_HEADER));
    }
}
