package io.github.camelontraport.sandbox.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Changes that come into effect the tag delay after they were asked for. Guarded by the account's lock. */
final class DelayedChanges<C extends DelayedChanges.Change> {

    private final AccountState account;
    private final Consumer<C> carryOut;
    private final List<C> underWay = new ArrayList<>();

    DelayedChanges(AccountState account, Consumer<C> carryOut) {
        this.account = account;
        this.carryOut = carryOut;
    }

    /** Something that happens to records of a type. */
    interface Change {

        Instant due();

        int typeId();
    }

    /** When a change is due that is asked for now. */
    Instant due() {
        return account.now().plus(account.switches().tagDelay());
    }

    void add(C change) {
        underWay.add(change);
    }

    /** Carries out the changes that have become due, each as of the time it was due. */
    void settle() {
        Instant now = account.now();
        for (Iterator<C> changes = underWay.iterator(); changes.hasNext(); ) {
            C change = changes.next();
            if (!change.due().isAfter(now)) {
                changes.remove();
                carryOut.accept(change);
            }
        }
    }

    List<C> underWay() {
        return List.copyOf(underWay);
    }

    /** @throws IllegalArgumentException when a change is about a type there is none of */
    void restore(List<C> changes) {
        changes.forEach(change -> account.types().get(change.typeId()));
        underWay.addAll(changes);
    }

    void clear() {
        underWay.clear();
    }
}
