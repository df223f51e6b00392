package io.github.camelontraport.sandbox.fault;

/** What happens to a request or a delivery that is selected. */
public interface Fault {

    /** For people, in a few words. */
    String effect();
}
