package io.github.camelontraport.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes secrets from texts and exceptions that come from outside, where a server may have echoed them. */
final class Redaction {

    private static final String MASK = "***";
    /** Shorter ones are used in tests only, and occur in ordinary words. */
    private static final int SHORTEST_HIDDEN = 8;

    /** Null when there is nothing to hide. */
    private final Pattern secrets;

    Redaction(String... secrets) {
        String alternatives = Stream.of(secrets)
                .filter(secret -> secret.length() >= SHORTEST_HIDDEN)
                .flatMap(Redaction::spellings)
                .distinct()
                // The longest first: one secret may begin with another.
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.secrets = alternatives.isEmpty() ? null : Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /** As it is, in a URL, and in a JSON text. */
    private static Stream<String> spellings(String secret) {
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        return Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), json, json.replace("/", "\\/"));
    }

    /** The text without the secrets; null for null. */
    String clean(String text) {
        return text == null || secrets == null ? text : secrets.matcher(text).replaceAll(MASK);
    }

    /** The failure itself, or a copy when a text of it, of its causes or of what it suppressed holds a secret. */
    Throwable clean(Throwable failure) {
        return failure != null && holdsSecret(failure, seen()) ? copy(failure, seen()) : failure;
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private boolean holdsSecret(Throwable failure, Set<Throwable> seen) {
        return failure != null
                && seen.add(failure)
                && (holdsSecret(failure.toString())
                        || holdsSecret(failure.getMessage())
                        || holdsSecret(failure.getCause(), seen)
                        || Stream.of(failure.getSuppressed()).anyMatch(suppressed -> holdsSecret(suppressed, seen)));
    }

    private boolean holdsSecret(String text) {
        return text != null && secrets != null && secrets.matcher(text).find();
    }

    private Throwable copy(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        RedactedException copy = new RedactedException(clean(failure.toString()), failure.getStackTrace());
        Throwable cause = copy(failure.getCause(), seen);
        if (cause != null) {
            copy.initCause(cause);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            Throwable cleaned = copy(suppressed, seen);
            if (cleaned != null) {
                copy.addSuppressed(cleaned);
            }
        }
        return copy;
    }
}
