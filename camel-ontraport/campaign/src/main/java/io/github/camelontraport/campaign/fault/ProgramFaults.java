package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Fault;
import io.github.camelontraport.campaign.world.RouteCode;
import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.World;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What happens to a program, and in the code of its user. */
final class ProgramFaults {

    /** Of sides whose consumer is the component's. Elsewhere such an error passes through Camel to who sent the message. */
    private static final Set<Side> CONSUMERS = EnumSet.of(Side.POLL, Side.PUSH);

    private static final Set<Side> CODE = EnumSet.of(Side.POLL, Side.PRODUCE, Side.PUSH);

    static final List<FaultKind> KINDS = List.of(
            new FaultKind("kill", RequestFaults.ALL, ProgramFaults::kill),
            new FaultKind("stop, later start", RequestFaults.ALL, World::stopProgram),
            new FaultKind("restart", RequestFaults.ALL, ProgramFaults::restart),
            new FaultKind("route reload", RequestFaults.ALL, World::reload),
            new FaultKind("route suspended", RequestFaults.ALL, suspension()),
            new FaultKind("thread interrupts", RequestFaults.ALL, ProgramFaults::interrupt),
            code("user code throws", CODE, exchange -> {
                throw new IllegalStateException("a fault of the user's code");
            }),
            code("user code throws an Error", CODE, exchange -> {
                throw new NoClassDefFoundError("of a campaign");
            }),
            code("user code overflows the stack", CONSUMERS, exchange -> {
                throw new StackOverflowError();
            }),
            code("user code runs out of memory", CONSUMERS, exchange -> {
                throw new OutOfMemoryError("of a campaign");
            }),
            code("user code rolls back", CODE, exchange -> exchange.setRollbackOnly(true)),
            new FaultKind("user code is slow", CODE, world -> world.code()
                    .failure(
                            exchange ->
                                    world.time().after(Duration.ofSeconds(40)).join(),
                            RequestFaults.some(world))));

    private ProgramFaults() {}

    private static FaultKind code(String name, Set<Side> sides, RouteCode.Failure failure) {
        return new FaultKind(name, sides, world -> world.code().failure(failure, RequestFaults.some(world)));
    }

    private static void kill(World world) throws Exception {
        world.kill();
        world.startProgram();
    }

    private static void restart(World world) throws Exception {
        world.stopProgram();
        world.startProgram();
    }

    private static void interrupt(World world) {
        world.excuses().lasting(true);
        for (int i = world.random().nextInt(10); i >= 0; i--) {
            world.threads().interruptOne(world.random());
            world.pass(Duration.ofMillis(world.random().nextInt(60)));
        }
    }

    private static Fault suspension() {
        return new Fault() {

            @Override
            public void on(World world) throws Exception {
                world.control("suspend", route -> route.suspendRoute("watch"));
            }

            @Override
            public void off(World world) throws Exception {
                world.control("resume", route -> route.resumeRoute("watch"));
            }
        };
    }
}
