package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.protocol.AccountRequest;
import java.util.List;

/** The API key and app id that every request needs. */
public record AccountCredentials(String apiKey, String appId) {

    static final String API_KEY_HEADER = "api-key";
    static final String APP_ID_HEADER = "api-appid";
    static final List<String> HEADERS = List.of(API_KEY_HEADER, APP_ID_HEADER);

    boolean admit(AccountRequest request) {
        return apiKey.equals(request.header(API_KEY_HEADER)) && appId.equals(request.header(APP_ID_HEADER));
    }
}
