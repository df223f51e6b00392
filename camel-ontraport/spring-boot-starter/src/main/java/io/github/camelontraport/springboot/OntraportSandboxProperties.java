package io.github.camelontraport.springboot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the sandbox that takes the place of the account.
 *
 * @param enabled whether it does
 * @param exampleData whether it has example data
 * @param port to listen on; 0 for a free one
 */
@ConfigurationProperties(OntraportSandboxProperties.PREFIX)
record OntraportSandboxProperties(boolean enabled, boolean exampleData, int port) {

    static final String PREFIX = "ontraport.sandbox";
}
