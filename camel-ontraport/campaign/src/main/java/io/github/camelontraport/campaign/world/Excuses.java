package io.github.camelontraport.campaign.world;

/** When the contract allows that something is done again. Thread-safe. */
public final class Excuses {

    private int count;
    private boolean lasting;

    /** What was done until now may be done again, such as after a kill. */
    public synchronized void once() {
        count++;
    }

    /** From now on, until it is set to false. */
    public synchronized void lasting(boolean now) {
        count += lasting == now ? 0 : 1;
        lasting = now;
    }

    /** @return for {@link #since} */
    synchronized int now() {
        return count;
    }

    synchronized boolean since(int then) {
        return lasting || count > then;
    }
}
