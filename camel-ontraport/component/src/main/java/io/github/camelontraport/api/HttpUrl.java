package io.github.camelontraport.api;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL in a normal form: two spellings of the same URL are equal. {@link URI} has no host for names
 * with an underscore or with letters beyond ASCII; this class has one.
 *
 * @param scheme   in lower case
 * @param userInfo empty when there is none
 * @param host     in lower case, international names in their ASCII form (xn--)
 * @param port     the default port of the scheme when the URL has none
 * @param path     as it is written
 * @param query    as it is written; {@code null} when there is none
 * @param fragment as it is written; {@code null} when there is none
 */
public record HttpUrl(
        String scheme, String userInfo, String host, int port, String path, String query, String fragment) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<user>.*)@)?(?<host>\\[[^\\]]+\\]|[^\\[\\]:@]+)(?::(?<port>\\d{0,5}))?");
    private static final int LAST_PORT = 65535;

    /** Empty when the text is not an absolute http or https URL. */
    public static Optional<HttpUrl> parse(String text) {
        try {
            URI uri = URI.create(text.strip());
            if (uri.getScheme() == null || uri.getRawAuthority() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
            if (!authority.matches() || (!scheme.equals("http") && !scheme.equals("https"))) {
                return Optional.empty();
            }
            int port = port(authority.group("port"), scheme);
            return port > LAST_PORT
                    ? Optional.empty()
                    : Optional.of(new HttpUrl(
                            scheme,
                            authority.group("user") == null ? "" : authority.group("user"),
                            host(authority.group("host")),
                            port,
                            uri.getRawPath(),
                            uri.getRawQuery(),
                            uri.getRawFragment()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(String text, String scheme) {
        if (text == null || text.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        return Integer.parseInt(text);
    }

    private static String host(String text) {
        return text.startsWith("[")
                ? text.toLowerCase(Locale.ROOT)
                : IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    /** Without user, query and fragment, which may hold secrets. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port + path;
    }
}
