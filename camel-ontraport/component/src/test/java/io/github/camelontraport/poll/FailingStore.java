package io.github.camelontraport.poll;

import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.util.HashMap;
import java.util.Map;

/** Texts in memory, and a store on them that fails on demand. */
public final class FailingStore {

    /** The process ended, or the store could not be reached. */
    public static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    public final Map<String, String> texts = new HashMap<>();
    /** How many puts succeed before the next fails; negative for all. */
    public int good = -1;

    public int puts;

    public Checkpoint.Store store() {
        return new Checkpoint.Store(texts::get, (key, text) -> {
            if (good == 0) {
                good = -1;
                throw new Crash();
            }
            good--;
            puts++;
            texts.put(key, text);
        });
    }
}
