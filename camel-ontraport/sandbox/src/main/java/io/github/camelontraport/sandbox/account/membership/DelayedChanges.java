package io.github.camelontraport.sandbox.account.membership;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Changes that take effect one tag delay after their request. Guarded by the account's lock. */
final class DelayedChanges<C extends DelayedChanges.Change> {

    private final RecordStore records;
    private final Consumer<C> effect;
    private final List<C> pending = new ArrayList<>();

    DelayedChanges(RecordStore records, Consumer<C> effect) {
        this.records = records;
        this.effect = effect;
    }

    /** A change of one record of a type. */
    interface Change {

        Instant due();

        int typeId();
    }

    /** The due time of a change that is requested now. */
    Instant due() {
        return records.now().plus(records.switches().tagDelay());
    }

    void add(C change) {
        pending.add(change);
    }

    /** Applies the changes that have become due, each as of its due time. */
    void applyDue() {
        Instant now = records.now();
        for (Iterator<C> changes = pending.iterator(); changes.hasNext(); ) {
            C change = changes.next();
            if (!change.due().isAfter(now)) {
                changes.remove();
                effect.accept(change);
            }
        }
    }

    List<C> pending() {
        return List.copyOf(pending);
    }

    /** @throws IllegalArgumentException when a change names an unknown type */
    void restore(List<C> changes) {
        changes.forEach(change -> records.types().get(change.typeId()));
        pending.addAll(changes);
    }

    void clear() {
        pending.clear();
    }
}
