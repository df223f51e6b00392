package io.github.camelontraport.springboot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the sandbox that takes the place of the account. A misspelt one is refused: it would leave the real account in
 * place.
 *
 * @param enabled whether it does
 * @param exampleData whether it has example data
 * @param port to listen on; 0 for a free one
 * @param requestsPerMinute limit of the sandbox and of the components that use it; {@code null} leaves both as they are
 */
@ConfigurationProperties(prefix = OntraportSandboxProperties.PREFIX, ignoreUnknownFields = false)
record OntraportSandboxProperties(boolean enabled, boolean exampleData, int port, Integer requestsPerMinute) {

    static final String PREFIX = "ontraport.sandbox";
}
