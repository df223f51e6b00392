package io.github.camelontraport.api;

import io.github.camelontraport.api.http.LoopbackHosts;
import java.net.URI;

/** Checks the URL of the API, so that keys do not travel in the clear. */
public final class BaseUrl {

    private static final int LAST_PORT = 65535;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private BaseUrl() {}

    /**
     * The URL without a trailing slash and without the default port, so that equal URLs are one account.
     *
     * @param allowInsecureHttp whether http may go to other machines, too
     * @throws InvalidInputException when it is not an absolute https URL (http only to this machine), or has a user,
     *                               query or fragment
     */
    public static URI parse(String text, boolean allowInsecureHttp) {
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
        if (!secure && !(plain && (allowInsecureHttp || LoopbackHosts.contain(url.getHost())))) {
            throw refused(
                    text,
                    plain
                            ? "would send the API key in the clear: use https; http is for this machine only "
                                    + "(localhost, 127.0.0.1, [::1]), or for others with allowInsecureHttp=true"
                            : "is neither https nor http");
        }
        return url.getPort() == (secure ? HTTPS_PORT : HTTP_PORT) ? withoutPort(url) : url;
    }

    private static URI withoutPort(URI url) {
        return URI.create(url.getScheme() + "://" + url.getHost() + url.getRawPath());
    }

    private static InvalidInputException refused(String text, String why) {
        // A user or query may be a secret, and a text that is not a URL may hold one where no parser finds it.
        boolean tellable = text.chars().noneMatch(character -> "@?#".indexOf(character) >= 0);
        return new InvalidInputException("baseUrl " + (tellable ? "'" + text + "' " : "") + why);
    }
}
