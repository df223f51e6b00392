package io.github.camelontraport.api;

import io.github.camelontraport.api.log.SafeLogger;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes events on and ignores what the listener throws: no call and no permit depends on a meter. Thread-safe. */
final class GuardedListener implements CallListener {

    private static final SafeLogger LOG = SafeLogger.of(GuardedListener.class);

    private final CallListener listener;
    private final AtomicBoolean warned = new AtomicBoolean();

    GuardedListener(CallListener listener) {
        this.listener = listener;
    }

    @Override
    public void sent(String operation) {
        guard(() -> listener.sent(operation));
    }

    @Override
    public void retried(String operation) {
        guard(() -> listener.retried(operation));
    }

    @Override
    public void throttled(String operation) {
        guard(() -> listener.throttled(operation));
    }

    @Override
    public void ended(String operation, boolean succeeded) {
        guard(() -> listener.ended(operation, succeeded));
    }

    private void guard(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException | Error e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("A listener of the account's calls failed; its meters are incomplete from now on", e);
            }
        }
    }
}
