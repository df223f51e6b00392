package io.github.camelontraport.sandbox;

import java.util.Map;

/**
 * The reply to {@link OntraportSandbox#answer}. Immutable.
 *
 * @param headers by lower-case name, as HTTP clients get them: {@code content-type}, {@code date}, {@code x-rate-limit-limit} ...
 * @param body never null, JSON on success
 */
public record SandboxReply(int status, Map<String, String> headers, String body) {}
