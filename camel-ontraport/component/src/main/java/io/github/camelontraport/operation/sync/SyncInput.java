package io.github.camelontraport.operation.sync;

import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * What a run works on, in place of a message body.
 *
 * @param rows     read once, on threads of the host
 * @param size     number of rows, where it is known
 * @param stopping whether the route is being stopped, so that the run ends early
 * @param close    releases what the rows are read from
 */
public record SyncInput(
        SyncSettings settings,
        SyncHost host,
        Iterator<?> rows,
        OptionalLong size,
        BooleanSupplier stopping,
        Runnable close) {}
