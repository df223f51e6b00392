package io.github.camelontraport.api.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and addresses of this machine, as they are written in URLs and options. */
public final class LoopbackHosts {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1\\]?");

    private LoopbackHosts() {}

    public static boolean contain(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
