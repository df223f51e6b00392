package io.github.camelontraport.campaign.network;

import io.github.camelontraport.account.ClientEnvironment;
import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.campaign.time.TimePump;
import io.github.camelontraport.campaign.time.VirtualTime;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;

/** The network of a world. One fault at a time, for every request or for some. Thread-safe. */
public final class Network {

    private final OntraportSandbox account;
    private final VirtualTime time;
    private final TimePump pump;
    private final Random random;
    private volatile RequestFault fault;
    private volatile int percent;

    public Network(OntraportSandbox account, VirtualTime time, TimePump pump, Random random) {
        this.account = account;
        this.time = time;
        this.pump = pump;
        this.random = random;
    }

    /** @param ofHundred so many of a hundred requests meet the fault */
    public void fault(RequestFault next, int ofHundred) {
        percent = ofHundred;
        fault = next;
    }

    public void clear() {
        fault = null;
    }

    /** {@code null} for a request that passes. */
    RequestFault next() {
        RequestFault current = fault;
        return current != null && number(100) < percent ? current : null;
    }

    int number(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    Random random() {
        return new Random(number(Integer.MAX_VALUE));
    }

    OntraportSandbox account() {
        return account;
    }

    VirtualTime time() {
        return time;
    }

    TimePump pump() {
        return pump;
    }

    /** The way of one program to the account. */
    public ProgramLink link() {
        return new ProgramLink();
    }

    /** Clock and transport of one program, until it is cut. */
    public final class ProgramLink implements ClientEnvironment {

        private volatile boolean cut;

        private ProgramLink() {}

        /** Nothing that the program sends from now on arrives, and it gets no reply any more. */
        public void cut() {
            cut = true;
        }

        public boolean isCut() {
            return cut;
        }

        @Override
        public TimeSource timing(ScheduledExecutorService scheduler) {
            return time.source();
        }

        @Override
        public Transport transport(
                CamelContext context, ConnectionSettings settings, Executor executor, TimeSource timing) {
            return new LinkTransport(Network.this, this, new OutsideTransports(context, settings, executor, timing));
        }
    }
}
