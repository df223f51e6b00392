package io.github.camelontraport.api;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the API is: checked, so that keys do not travel in the clear. */
public final class BaseUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");

    private static final int LAST_PORT = 65535;

    private BaseUrl() {
    }

    /**
     * The URL without a slash at its end.
     *
     * @throws InvalidInputException when it is no absolute https URL (http only to this machine), or has a user, query
     *                               or fragment
     */
    public static URI parse(String text) {
        URI url;
        try {
            url = URI.create(text.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw refused(text, "is not a URL");
        }
        if (url.getScheme() == null || url.getHost() == null || url.getPort() > LAST_PORT) {
            throw refused(text, "is not an absolute URL such as https://api.ontraport.com/1");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new InvalidInputException("baseUrl must not have a user, query or fragment");
        }
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        boolean plain = url.getScheme().equalsIgnoreCase("http");
        if (!secure && !(plain && LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches())) {
            throw refused(text, plain ? "would send the API key in the clear: use https; http is for this machine only "
                    + "(localhost, 127.0.0.1, [::1])" : "is neither https nor http");
        }
        return url;
    }

    private static InvalidInputException refused(String text, String why) {
        // A user or query may be a secret, and a text that is no URL may hold them where no parser finds them.
        boolean tellable = text.chars().noneMatch(character -> "@?#".indexOf(character) >= 0);
        return new InvalidInputException("baseUrl " + (tellable ? "'" + text + "' " : "") + why);
    }
}
