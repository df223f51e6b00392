package io.github.camelontraport.webhook.replay;

/** A set of keys that may outlive the process. Every method may fail with any runtime exception. */
public interface DeliveryKeyStore {

    boolean contains(String key);

    /** Does nothing when the key is present. */
    void add(String key);
}
