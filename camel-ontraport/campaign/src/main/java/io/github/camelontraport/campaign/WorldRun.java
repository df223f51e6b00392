package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.fault.FaultKind;
import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.campaign.world.Findings;
import io.github.camelontraport.campaign.world.Leaks;
import io.github.camelontraport.campaign.world.PollWorld;
import io.github.camelontraport.campaign.world.ProduceWorld;
import io.github.camelontraport.campaign.world.PushWorld;
import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.SyncWorld;
import io.github.camelontraport.campaign.world.World;
import java.nio.file.Path;
import java.time.Duration;

/** A world with one kind of fault. */
record WorldRun(Side side, FaultKind kind, long seed) {

    /** In real time. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    Findings run() {
        long sockets = Leaks.sockets();
        Findings findings = OwnThread.run(Long.toString(seed), LONGEST, (folder, threads) -> world(folder, threads)
                .run(kind.fault()));
        Leaks.checkSockets(sockets, findings);
        return findings;
    }

    private World world(Path folder, WorldThreads threads) {
        return switch (side) {
            case POLL -> new PollWorld(seed, folder, threads);
            case PRODUCE -> new ProduceWorld(seed, folder, threads);
            case PUSH -> new PushWorld(seed, folder, threads);
            case SYNC -> new SyncWorld(seed, folder, threads);
        };
    }

    /** How to run it again. */
    String options() {
        return "--side " + side + " --fault '" + kind.name() + "' --world " + seed;
    }
}
