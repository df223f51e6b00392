package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.SyncWorld;
import java.util.EnumSet;
import java.util.List;

/** What the user of a sync does wrong. */
final class SyncFaults {

    static final List<FaultKind> KINDS = List.of(
            new FaultKind("input breaks off", EnumSet.of(Side.SYNC), world -> {
                if (world instanceof SyncWorld sync) {
                    sync.breakInput();
                }
            }),
            new FaultKind("endpoint of refused rows fails", EnumSet.of(Side.SYNC), world -> {
                if (world instanceof SyncWorld sync) {
                    sync.breakRejects();
                }
            }));

    private SyncFaults() {}
}
