package io.github.camelontraport;

import io.github.camelontraport.OntraportException.Failure;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.operation.sync.SyncEndedException;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.RuntimeCamelException;

/** Maps exceptions of the packages below to those that routes see. */
final class ExceptionMapper {

    private static final Map<Kind, Function<Failure, OntraportException>> BY_KIND = Map.of(
            Kind.AUTHENTICATION, OntraportAuthenticationException::new,
            Kind.NOT_FOUND, OntraportNotFoundException::new,
            Kind.VALIDATION, OntraportValidationException::new,
            Kind.RATE_LIMITED, OntraportRateLimitedException::new,
            Kind.DECLINED, OntraportDeclinedException::new,
            Kind.CONNECTION, OntraportConnectionException::new,
            Kind.OTHER, OntraportException::new);

    private ExceptionMapper() {}

    /** Never {@code null}. A failure of an unknown kind is returned unchanged. */
    static Throwable of(Throwable failure, String operation, String objectType) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof SyncEndedException ended) {
            return sync(ended, operation, objectType);
        }
        if (cause instanceof ApiException api) {
            return BY_KIND.get(api.kind()).apply(new Failure(operation, objectType, api, api));
        }
        if (cause instanceof InvalidInputException refused) {
            return new OntraportValidationException(new Failure(operation, objectType, refused, null));
        }
        return cause;
    }

    private static OntraportSyncException sync(SyncEndedException ended, String operation, String objectType) {
        Throwable reason = of(ended.getCause(), operation, objectType);
        ApiException api = ended.getCause() instanceof ApiException refused ? refused : null;
        return new OntraportSyncException(
                new Failure(
                        operation,
                        objectType,
                        reason instanceof RuntimeException failure ? failure : new RuntimeCamelException(reason),
                        api),
                ended.report());
    }
}
