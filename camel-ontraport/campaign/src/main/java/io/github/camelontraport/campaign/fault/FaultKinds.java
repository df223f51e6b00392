package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Side;
import java.util.List;
import java.util.stream.Stream;

/** All rows of the table. */
public final class FaultKinds {

    private static final FaultKind NONE = new FaultKind("none", RequestFaults.ALL, world -> {});

    private FaultKinds() {}

    public static Stream<FaultKind> all() {
        return Stream.of(
                        List.of(NONE),
                        RequestFaults.KINDS,
                        ConnectionFaults.KINDS,
                        AccountFaults.KINDS,
                        StorageFaults.KINDS,
                        ProgramFaults.KINDS,
                        DeliveryFaults.KINDS,
                        SyncFaults.KINDS)
                .flatMap(List::stream);
    }

    public static List<FaultKind> of(Side side) {
        return all().filter(kind -> kind.sides().contains(side)).toList();
    }
}
