package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Fault;
import io.github.camelontraport.campaign.world.PollWorld;
import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.World;
import io.github.camelontraport.sandbox.SandboxFaults;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Ways in which the account is not as documented, and clocks that are wrong. */
final class AccountFaults {

    private static final Set<Side> POLL = EnumSet.of(Side.POLL);
    private static final int[] STEPS = {1, 5, 40, 300};

    static final List<FaultKind> KINDS = List.of(
            new FaultKind("late visibility", POLL, AccountFaults::late),
            toggle("condition ignored", EnumSet.of(Side.POLL, Side.SYNC), faults -> faults.ignoreCondition(true)),
            toggle("sort ignored", RequestFaults.ALL, faults -> faults.ignoreSort(true)),
            toggle("group and search ignored", RequestFaults.ALL, faults -> faults.ignoreSearchAndGroup(true)),
            toggle("no rate limit headers", RequestFaults.ALL, faults -> faults.omitRateHeaders(true)),
            toggle("no Date header", RequestFaults.ALL, faults -> faults.omitDateHeader(true)),
            toggle("tags take effect late", RequestFaults.ALL, faults -> faults.tagDelay(Duration.ofSeconds(20))),
            toggle("only changed fields in replies", RequestFaults.ALL, faults -> faults.omitUnchanged(true)),
            new FaultKind("quota used up by others", RequestFaults.ALL, quota()),
            new FaultKind("account's clock steps on", RequestFaults.ALL, world -> world.time()
                    .stepAccount(step(world))),
            new FaultKind("account's clock steps back", RequestFaults.ALL, world -> {
                world.excuses().lasting(true);
                world.time().stepAccount(step(world).negated());
            }),
            new FaultKind("program's clock steps on", RequestFaults.ALL, world -> world.time()
                    .stepProgram(step(world))),
            new FaultKind("program's clock steps back", RequestFaults.ALL, world -> world.time()
                    .stepProgram(step(world).negated())));

    private AccountFaults() {}

    private static Duration step(World world) {
        return Duration.ofSeconds(STEPS[world.random().nextInt(STEPS.length)]);
    }

    private static FaultKind toggle(String name, Set<Side> sides, Consumer<SandboxFaults> on) {
        return new FaultKind(name, sides, world -> on.accept(world.account().faults()));
    }

    private static void late(World world) {
        Duration settleTime = world instanceof PollWorld poll ? poll.settleTime() : Duration.ZERO;
        world.account()
                .faults()
                .visibilityDelay(settleTime.dividedBy(1 + world.random().nextInt(4)));
    }

    private static Fault quota() {
        return new Fault() {

            @Override
            public void on(World world) {
                world.account().requestsPerMinute(1 + world.random().nextInt(20));
            }

            @Override
            public void off(World world) {
                world.account().requestsPerMinute(180);
            }
        };
    }
}
