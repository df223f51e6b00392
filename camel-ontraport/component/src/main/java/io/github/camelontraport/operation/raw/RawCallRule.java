package io.github.camelontraport.operation.raw;

import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuard;

/**
 * How a raw call is treated.
 *
 * @param encoding       how its parameters are written unless the message says otherwise; {@code null} when that is not known
 * @param guard          refuses what must not be sent
 * @param retryRule      whether it may be repeated
 * @param chargesCard    whether its reply may be a declined card
 * @param repliesWithMap whether a text in place of a map means that its outcome is unknown
 */
record RawCallRule(
        Encoding encoding,
        RequestGuard guard,
        OperationRetryRule retryRule,
        boolean chargesCard,
        boolean repliesWithMap) {}
