package io.github.camelontraport.verify;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.http.TransportResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Reads the account through the component's own client, with its rate limiter and its repeats. The same read is sent once,
 * so checks ask for what they need without regard to each other. Not thread-safe.
 */
final class Account {

    private final OntraportClient client;
    private final ReadOnlyTransport transport;
    private final Map<String, Reply> replies = new HashMap<>();

    Account(OntraportClient client, ReadOnlyTransport transport) {
        this.client = client;
        this.transport = transport;
    }

    /**
     * Reads what is evidence for or against a fact. Ends the check when the reply proves nothing.
     *
     * @param parameters names and values of the query in turn
     */
    Reply get(String path, String... parameters) {
        return read(path, parameters).requireEvidence();
    }

    /** The reply, whatever it is. */
    Reply read(String path, String... parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], parameters[i + 1]);
        }
        String key = path + query;
        Reply known = replies.get(key);
        if (known != null) {
            return known;
        }
        Reply reply = new Reply(path, send(ApiRequest.get(path, query)));
        replies.put(key, reply);
        return reply;
    }

    private TransportResponse send(ApiRequest request) {
        if (transport.isLimitReached()) {
            throw CheckEndedException.notTried(transport.limitReached());
        }
        try {
            client.call(request, CallContext.of("verify")).toCompletableFuture().join();
        } catch (CompletionException e) {
            // What the API says about a failure is examined like any other response.
            if (!(e.getCause() instanceof ApiException failure)) {
                throw e;
            }
            if (transport.lastResponse() == null) {
                throw CheckEndedException.notTried(failure.getMessage());
            }
        }
        return transport.lastResponse();
    }

    /** How many requests were sent, repeats included. */
    int requests() {
        return transport.sent();
    }
}
