package io.github.camelontraport.api.http;

import java.io.IOException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.apache.hc.core5.net.URIAuthority;

/**
 * Takes the place of the library's handler that answers challenges of servers and proxies. No challenge is answered here, and
 * the handler takes the URL of every request apart to remember where it was challenged.
 */
final class PlainRequests implements AsyncExecChainHandler {

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        HttpRoute route = scope.route;
        if (request.getScheme() == null) {
            request.setScheme(route.getTargetHost().getSchemeName());
        }
        if (request.getAuthority() == null) {
            request.setAuthority(new URIAuthority(route.getTargetHost()));
        }
        boolean readByProxy = route.getProxyHost() != null && !route.isTunnelled();
        chain.proceed(readByProxy ? withWholeUrl(request) : request, entity, scope, callback);
    }

    /** A proxy that does not tunnel finds the server in the request line. */
    private static HttpRequest withWholeUrl(HttpRequest request) {
        return BasicRequestBuilder.copy(request).setAbsoluteRequestUri(true).build();
    }
}
