package io.github.camelontraport.receiver;

import io.github.camelontraport.api.HttpUrl;
import io.github.camelontraport.api.InvalidInputException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.component.webhook.WebhookConfiguration;

/**
 * Where an HTTP server accepts the deliveries of a route.
 *
 * @param server   name of the server's component; {@code null} when Camel chooses it
 * @param path     begins with one slash
 * @param external the URL that leads there, without the token; empty when webhookExternalUrl is not set
 */
public record ListenAddress(String server, String path, Optional<HttpUrl> external) {

    /** The only one of Camel's servers that distinguishes upper and lower case in paths. */
    private static final String CASE_SENSITIVE_SERVER = "platform-http";
    /**
     * The characters that every server takes literally. Others are decoded, are wildcards or parameters of a path, or never
     * match, depending on the server.
     */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._+,=@!$&'()-]+");

    private static final Pattern DOTS = Pattern.compile("\\.\\.?");

    /**
     * The address that the options of camel-webhook describe.
     *
     * @throws InvalidInputException when webhookPath and webhookBasePath make a path that no request matches on some server
     */
    public static ListenAddress of(WebhookConfiguration http) {
        String path = withOneSlash(http.computeFullPath(false));
        if (!path.equals("/")) {
            check(path);
        }
        try {
            Optional<HttpUrl> external =
                    http.getWebhookExternalUrl() == null ? Optional.empty() : HttpUrl.parse(externalUrl(http));
            return new ListenAddress(http.getWebhookComponentName(), path, external);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The host is looked up only without webhookExternalUrl", e);
        }
    }

    /** The URL that leads to the path, without the token. A slash at the end of webhookExternalUrl is not repeated. */
    public static String externalUrl(WebhookConfiguration http) throws UnknownHostException {
        String url = http.computeFullExternalUrl();
        String path = http.computeFullPath(true);
        return trimmed(url.substring(0, url.length() - path.length())) + withOneSlash(path);
    }

    private static void check(String path) {
        // One slash may end the path.
        for (String segment : path.substring(1).replaceFirst("/$", "").split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || DOTS.matcher(segment).matches()) {
                throw new InvalidInputException("Option webhookPath: no server can listen at '" + path
                        + "' (webhookBasePath included). Between two slashes there must be one or more of "
                        + "A-Z a-z 0-9 . _ - + , = @ ! $ & ' ( ), and not . or .. alone, such as /ontraport/vip");
            }
        }
    }

    private static String withOneSlash(String path) {
        return path.replaceFirst("^/+", "/");
    }

    private static String trimmed(String text) {
        return text.replaceFirst("/+$", "");
    }

    /** Whether one server would serve both and could not distinguish them. It is unknown which server Camel will choose. */
    boolean hasPathOf(ListenAddress other) {
        if (server != null && other.server != null && !server.equals(other.server)) {
            return false;
        }
        boolean isCaseSensitive = CASE_SENSITIVE_SERVER.equals(server) && server.equals(other.server);
        String own = trimmed(path);
        String others = trimmed(other.path);
        return isCaseSensitive ? own.equals(others) : own.equalsIgnoreCase(others);
    }

    /** Whether both are reached by the same URL, which leads to one of them only. */
    boolean hasExternalUrlOf(ListenAddress other) {
        return external.isPresent() && external.equals(other.external);
    }
}
