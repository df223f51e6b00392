package io.github.camelontraport.benchmarks.candidate;

import java.net.URI;

/** The account to talk to. */
public record Account(URI baseUrl, String apiKey, String appId) {

    /** One that takes any credentials. */
    public static Account open(URI baseUrl) {
        return new Account(baseUrl, "key", "app");
    }
}
