package io.github.camelontraport.poll;

import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.util.HashMap;
import java.util.Map;

/** Keeps what is stored beyond the poller's life, and can break down while it stores. */
public final class CrashingStore {

    private final Map<String, String> kept = new HashMap<>();
    private Runnable onFirst = () -> {};
    private int putsLeft = Integer.MAX_VALUE;
    private boolean keepsTheLast;
    private int puts;

    /** What a broken store throws. */
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken() {
            super("The store broke down");
        }
    }

    public Checkpoint.Store store() {
        return new Checkpoint.Store(kept::get, this::put);
    }

    /** @param keeps whether that put is done before it throws */
    public void breakAfter(int putsThatWork, boolean keeps) {
        putsLeft = putsThatWork;
        keepsTheLast = keeps;
    }

    public void mend() {
        putsLeft = Integer.MAX_VALUE;
    }

    public void whenFirstKept(Runnable action) {
        onFirst = action;
    }

    private void put(String key, String text) {
        boolean breaks = putsLeft == 0;
        if (breaks && !keepsTheLast) {
            throw new Broken();
        }
        puts++;
        boolean first = kept.isEmpty();
        kept.put(key, text);
        if (first) {
            onFirst.run();
        }
        if (breaks) {
            throw new Broken();
        }
        putsLeft--;
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    int puts() {
        return puts;
    }

    /** What is kept, for tests that look into it or damage it. */
    public Map<String, String> kept() {
        return kept;
    }
}
