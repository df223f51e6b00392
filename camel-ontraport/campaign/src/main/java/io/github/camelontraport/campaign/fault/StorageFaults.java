package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What happens to the place where programs keep what they know. */
final class StorageFaults {

    private static final Set<Side> POLL = EnumSet.of(Side.POLL);
    private static final Set<Side> STORED = EnumSet.of(Side.POLL, Side.PUSH, Side.SYNC);

    static final List<FaultKind> KINDS = List.of(
            new FaultKind("disk full", POLL, world -> {
                world.excuses().lasting(true);
                world.storage().fullDisk();
            }),
            new FaultKind("read-only disk", POLL, world -> {
                world.excuses().lasting(true);
                world.storage().readOnlyDisk();
            }),
            new FaultKind("torn file after a power failure", POLL, world -> {
                world.kill();
                world.storage().tornWrite();
                world.startProgram();
            }),
            new FaultKind("storage refuses writes", STORED, world -> fail(world, false, true)),
            new FaultKind("storage is away", STORED, world -> fail(world, true, true)));

    private StorageFaults() {}

    private static void fail(World world, boolean reads, boolean writes) {
        world.excuses().lasting(true);
        world.storage().fail(reads, writes);
    }
}
