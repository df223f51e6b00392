package io.github.camelontraport.operation;

import io.github.camelontraport.value.ValueEncoder;

/**
 * Options that only the endpoint sets, so that no message changes them.
 *
 * @param streaming     whether reading many records gives an iterator
 * @param allowAll      whether deleteAll without any selection deletes every record of the type
 * @param failOnDecline whether a declined card is an error
 * @param pageSize      records per page, 1 to 50
 * @param batching      whether requests of concurrent exchanges are batched
 * @param describeAs    what describe gives
 * @param encoder       writes dates in the endpoint's time zone
 */
public record EndpointOnlyOptions(
        boolean streaming,
        boolean allowAll,
        boolean failOnDecline,
        int pageSize,
        boolean batching,
        DescribeAs describeAs,
        ValueEncoder encoder) {}
