package io.github.camelontraport.webhook.replay;

/** Where keys are remembered, as long as whoever keeps them wants to. May fail with any runtime exception. */
public interface KeyStore {

    boolean contains(String key);

    /** Nothing happens when it is there already. */
    void add(String key);
}
