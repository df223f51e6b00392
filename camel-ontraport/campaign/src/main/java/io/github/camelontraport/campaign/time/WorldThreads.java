package io.github.camelontraport.campaign.time;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.camel.spi.ThreadPoolFactory;

/** The threads of a world: those of the campaign, and all that the programs of the world have started. */
public final class WorldThreads {

    /** In the names of the campaign's own threads. */
    public static final String OWN = "campaign-";

    /** Threads of the JVM, which start in the first world that needs them and serve all. */
    private static final Pattern SHARED = Pattern.compile(
            "ForkJoinPool.*|CompletableFutureDelayScheduler|process reaper.*|Common-Cleaner|Keep-Alive.*"
                    + "|MVStore background.*|.*Cleaner.*|FilePathDisk.*");

    private static final Pattern NETWORK = Pattern.compile(".*OntraportHttp.*");
    /** Where they wait, on Linux, macOS and Windows. */
    private static final Pattern SELECTING =
            Pattern.compile("sun\\.nio\\.ch\\.(EPoll|KQueue|WEPoll|WindowsSelector).*");

    private static final int MOST = 2_000;

    private final ThreadGroup group;
    private final HandoverCount handovers = new HandoverCount();

    public WorldThreads(ThreadGroup group) {
        this.group = group;
    }

    private List<Thread> all() {
        Thread[] threads = new Thread[MOST];
        return Arrays.asList(threads).subList(0, group.enumerate(threads, true));
    }

    /** Those that a program left behind. */
    public List<Thread> ofPrograms() {
        return all().stream()
                .filter(thread -> thread.isAlive() && !thread.getName().startsWith(OWN))
                .filter(thread -> !SHARED.matcher(thread.getName()).matches())
                .toList();
    }

    /** The pools of a program, whose tasks count as something to do until they begin. */
    public ThreadPoolFactory pools() {
        return new CountingPools(handovers);
    }

    /** Whether none has anything to do, except the one that asks. */
    boolean areQuiet() {
        if (!handovers.isZero()) {
            return false;
        }
        Thread self = Thread.currentThread();
        for (Thread thread : all()) {
            if (thread != self && isBusy(thread) && !isListening(thread)) {
                return false;
            }
        }
        return true;
    }

    /** Waits for the network in a call that counts as running. */
    private static boolean isListening(Thread thread) {
        if (!NETWORK.matcher(thread.getName()).matches()) {
            return false;
        }
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0
                && stack[0].isNativeMethod()
                && SELECTING.matcher(stack[0].getClassName()).matches();
    }

    private static boolean isBusy(Thread thread) {
        return switch (thread.getState()) {
            case RUNNABLE, BLOCKED -> true;
            case WAITING, TIMED_WAITING -> isCalled(LockSupport.getBlocker(thread));
            default -> false;
        };
    }

    /** Whether what a thread waits for is there, though the thread has not woken up yet. */
    private static boolean isCalled(Object awaited) {
        if (awaited instanceof ForkJoinPool.ManagedBlocker signal) {
            return signal.isReleasable();
        }
        return awaited instanceof Future<?> result && result.isDone();
    }

    /** Interrupts one thread of the programs. */
    public void interruptOne(Random random) {
        List<Thread> threads = ofPrograms();
        if (!threads.isEmpty()) {
            threads.get(random.nextInt(threads.size())).interrupt();
        }
    }

    /** What each does, for the report of a world that hangs. */
    public String dump() {
        StringBuilder text = new StringBuilder();
        for (Thread thread : all()) {
            text.append(thread.getName()).append(' ').append(thread.getState()).append('\n');
            Arrays.stream(thread.getStackTrace())
                    .limit(18)
                    .forEach(frame -> text.append("    ").append(frame).append('\n'));
        }
        return text.toString();
    }
}
