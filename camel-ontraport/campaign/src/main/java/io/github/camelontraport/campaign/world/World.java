package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.network.Network;
import io.github.camelontraport.campaign.time.StuckException;
import io.github.camelontraport.campaign.time.TimePump;
import io.github.camelontraport.campaign.time.VirtualTime;
import io.github.camelontraport.campaign.time.WorldThreads;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.RouteController;
import org.apache.camel.support.ExceptionHelper;

/** An account and a program that uses it. A seed plans everything that happens, except how threads take turns. */
public abstract class World {

    protected static final int CONTACTS = 0;
    /** In virtual time, for anything that a program starts and that has to end. */
    protected static final Duration LONGEST = Duration.ofHours(6);

    private static final int[] SLICES = {10, 70, 150, 400, 3_000, 11_000, 25_000, 70_000};
    private static final int PLENTY = 100_000;

    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final WorldThreads threads;
    private final TimePump pump;
    private final OntraportSandbox account;
    private final Network network;
    private final RouteCode code;
    private final Storage storage;
    private final Excuses excuses = new Excuses();
    private final Findings findings = new Findings();
    private final int requestsPerMinute;
    private Program program;

    protected World(long seed, Path folder, WorldThreads threads) {
        this.random = new Random(seed);
        this.threads = threads;
        pump = new TimePump(time, threads);
        requestsPerMinute = random.nextInt(4) == 0 ? 180 : PLENTY;
        account = OntraportSandbox.builder()
                .http(false)
                .clock(time.accountClock())
                .requestsPerMinute(requestsPerMinute)
                .start();
        network = new Network(account, time, pump, new Random(random.nextLong()));
        code = new RouteCode(new Random(random.nextLong()));
        storage = new Storage(folder);
    }

    /** Lives through calm and bad times, and then compares. */
    public final Findings run(Fault fault) {
        try {
            prepare();
            startProgram();
            pass(slice());
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                begin(fault);
                for (int slices = 1 + random.nextInt(5); slices > 0; slices--) {
                    act();
                    pass(slice());
                }
                end(fault);
                for (int slices = random.nextInt(3); slices > 0; slices--) {
                    act();
                    pass(slice());
                }
            }
            settle();
            compare();
            stopProgram();
        } catch (StuckException e) {
            findings.add(Findings.Kind.STUCK, e.getMessage());
        } catch (Exception e) {
            findings.add(Findings.Kind.STUCK, "The world ended with " + ExceptionHelper.stackTraceToString(e));
        } finally {
            account.close();
        }
        return findings;
    }

    private void begin(Fault fault) throws Exception {
        fault.on(this);
    }

    private void end(Fault fault) throws Exception {
        fault.off(this);
        network.clear();
        account.faults().clear();
        code.clear();
        storage.mend();
        calm();
        excuses.lasting(false);
        if (program == null) {
            startProgram();
        }
    }

    protected final Duration slice() {
        return Duration.ofMillis(SLICES[random.nextInt(SLICES.length)] + random.nextInt(50));
    }

    /** Before the first program starts. */
    protected abstract void prepare() throws Exception;

    /** A new program's routes. */
    protected abstract RoutesBuilder routes(Program of);

    /** Something happens, in the account or by the users of the program. */
    protected abstract void act() throws Exception;

    /** Ends what a side has of faults of its own. */
    protected void calm() {}

    /** Time after which all must have been done. */
    protected abstract void settle() throws Exception;

    protected abstract void compare() throws Exception;

    /** The program has the storage of this world; called for each life. */
    protected void equip(Program of) {}

    /** What a killed program had is copied for the next one. */
    protected void inherit() {
        storage.nextLife();
    }

    public final void startProgram() throws Exception {
        Program next = new Program(network, account, requestsPerMinute, threads.pools());
        equip(next);
        program = next;
        pump.call("start", () -> startOf(next), LONGEST);
    }

    private boolean startOf(Program next) throws Exception {
        next.start(routes(next));
        return true;
    }

    public final void stopProgram() throws Exception {
        Program last = program;
        program = null;
        if (last != null) {
            pump.call("stop", () -> stopOf(last), LONGEST);
            Leaks.check(threads, findings, "after a stop");
        }
    }

    private static boolean stopOf(Program last) {
        last.stop();
        return true;
    }

    /** SIGKILL, as far as that can be had in one process: what the program does from now on has no effect. */
    public final void kill() throws Exception {
        excuses.once();
        program.kill();
        pass(Duration.ZERO);
        inherit();
        excuses.once();
        stopProgram();
    }

    /** Does something with the route of the program. */
    public interface Control {
        void apply(RouteController route) throws Exception;
    }

    public final void control(String what, Control control) throws Exception {
        RouteController route = program.context().getRouteController();
        pump.call(
                what,
                () -> {
                    control.apply(route);
                    return true;
                },
                LONGEST);
    }

    /** The route is taken out and put in again, as live reload does. */
    public final void reload() throws Exception {
        control("stop of the route", route -> {
            route.stopRoute("watch");
            program.context().removeRoute("watch");
            program.context().addRoutes(routes(program));
        });
    }

    public final void pass(Duration duration) {
        pump.pass(duration);
    }

    public final Random random() {
        return random;
    }

    public final VirtualTime time() {
        return time;
    }

    public final TimePump pump() {
        return pump;
    }

    public final WorldThreads threads() {
        return threads;
    }

    public final OntraportSandbox account() {
        return account;
    }

    public final Network network() {
        return network;
    }

    public final RouteCode code() {
        return code;
    }

    public final Storage storage() {
        return storage;
    }

    public final Excuses excuses() {
        return excuses;
    }

    public final Findings findings() {
        return findings;
    }

    /** {@code null} while none runs. */
    public final Program program() {
        return program;
    }
}
