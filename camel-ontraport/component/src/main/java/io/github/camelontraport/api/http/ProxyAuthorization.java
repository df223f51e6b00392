package io.github.camelontraport.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Adds the proxy's credentials (scheme Basic) to what the proxy reads: CONNECT, and plain requests that it forwards. They
 * go with the first request, so that no request has to be repeated after HTTP 407.
 */
final class ProxyAuthorization implements HttpRequestInterceptor {

    private final String value;

    ProxyAuthorization(ProxySettings proxy) {
        String credentials = proxy.username() + ":" + (proxy.password() == null ? "" : proxy.password());
        value = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        if (Method.CONNECT.isSame(request.getMethod()) || isForwarded(HttpClientContext.cast(context))) {
            request.setHeader(new MaskedHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
        }
    }

    private static boolean isForwarded(HttpClientContext context) {
        RouteInfo route = context.getHttpRoute();
        return route != null && route.getProxyHost() != null && !route.isTunnelled();
    }
}
