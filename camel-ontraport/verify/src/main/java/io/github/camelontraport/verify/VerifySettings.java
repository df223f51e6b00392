package io.github.camelontraport.verify;

import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.InvalidInputException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Which account is read. */
record VerifySettings(URI baseUrl, Credentials credentials) {

    static final String API_KEY = "ONTRAPORT_API_KEY";
    static final String APP_ID = "ONTRAPORT_APP_ID";
    static final String BASE_URL = "ONTRAPORT_BASE_URL";
    static final String DEFAULT_BASE_URL = "https://api.ontraport.com/1";

    /**
     * @param environment the environment variables of the process
     * @throws InvalidInputException when one is missing or cannot be used
     */
    static VerifySettings of(Map<String, String> environment) {
        List<String> missing = List.of(API_KEY, APP_ID).stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException("Set the environment variable" + (missing.size() > 1 ? "s " : " ")
                    + String.join(" and ", missing) + ", from the account's API settings");
        }
        String baseUrl = environment.getOrDefault(BASE_URL, "");
        return new VerifySettings(
                BaseUrl.parse(baseUrl.isBlank() ? DEFAULT_BASE_URL : baseUrl, false),
                new Credentials(
                        environment.get(API_KEY).strip(),
                        environment.get(APP_ID).strip()));
    }
}
