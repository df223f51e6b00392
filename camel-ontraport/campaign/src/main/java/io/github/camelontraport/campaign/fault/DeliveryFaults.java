package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Deliveries;
import io.github.camelontraport.campaign.world.PushWorld;
import io.github.camelontraport.campaign.world.Side;
import java.util.EnumSet;
import java.util.List;

/** What happens to webhook deliveries. */
final class DeliveryFaults {

    static final List<FaultKind> KINDS = List.of(
            kind("delivery lost", Deliveries.Fault.LOST),
            kind("delivery twice", Deliveries.Fault.TWICE),
            kind("delivery twice at once", Deliveries.Fault.AT_ONCE),
            kind("delivery late and out of order", Deliveries.Fault.LATE),
            kind("answer to a delivery lost", Deliveries.Fault.UNANSWERED),
            kind("requests with a wrong token", Deliveries.Fault.FORGED),
            kind("malformed deliveries", Deliveries.Fault.MALFORMED),
            kind("too large deliveries", Deliveries.Fault.OVERSIZE));

    private DeliveryFaults() {}

    private static FaultKind kind(String name, Deliveries.Fault fault) {
        return new FaultKind(name, EnumSet.of(Side.PUSH), world -> {
            if (world instanceof PushWorld push) {
                push.deliveries().fault(fault);
            }
        });
    }
}
