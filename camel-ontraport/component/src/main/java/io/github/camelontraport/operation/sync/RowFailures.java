package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.async.Futures;
import java.util.Optional;

/** Tells failures of a row, with which the run goes on, from those that end it. */
final class RowFailures {

    private RowFailures() {}

    /** The failure of the row; empty when no other row would fare better: refused credentials, a closed client, a bug. */
    static Optional<RuntimeException> ofRow(Throwable failure, OntraportClient client) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof ApiException refused && refused.kind() != Kind.AUTHENTICATION && !client.isClosed()) {
            return Optional.of(refused);
        }
        return cause instanceof InvalidInputException refused ? Optional.of(refused) : Optional.empty();
    }

    /** The failure of a row that could not be brought into wire form, by code of the application, too. */
    static Optional<RuntimeException> ofMapping(Throwable failure, OntraportClient client) {
        Throwable cause = Futures.cause(failure);
        boolean own = cause instanceof RuntimeException && !(cause instanceof ApiException);
        return own ? Optional.of((RuntimeException) cause) : ofRow(cause, client);
    }

    static boolean isMissingRecord(Throwable failure) {
        return Futures.cause(failure) instanceof ApiException refused && refused.kind() == Kind.NOT_FOUND;
    }

    static boolean isUnclear(RuntimeException failure) {
        return failure instanceof ApiException refused && refused.outcomeUnknown();
    }

    /** Whether the API did certainly not do what was asked. */
    static boolean isRefused(Throwable failure) {
        return Futures.cause(failure) instanceof ApiException refused
                && refused.status() != 0
                && !refused.outcomeUnknown();
    }
}
