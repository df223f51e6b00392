package io.github.camelontraport.receiver;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * Ends the bookkeeping of an exchange whose route has thrown an exception or {@link Error} to the caller. Camel ends it only
 * when the route returns normally; otherwise the exchange counts as in flight for ever, and every graceful stop waits for it
 * until its timeout.
 */
public final class EscapedExchange {

    private EscapedExchange() {}

    /** Runs the completions of the exchange, and removes it from the exchanges in flight. */
    public static void release(Exchange exchange) {
        UnitOfWork unitOfWork = exchange.getUnitOfWork();
        if (unitOfWork == null) {
            return;
        }
        InflightRepository inflight = exchange.getContext().getInflightRepository();
        for (Route route = unitOfWork.popRoute(); route != null; route = unitOfWork.popRoute()) {
            inflight.remove(exchange, route.getRouteId());
        }
        UnitOfWorkHelper.doneUow(unitOfWork, exchange);
    }
}
