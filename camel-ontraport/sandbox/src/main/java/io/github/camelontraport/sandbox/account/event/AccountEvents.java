package io.github.camelontraport.sandbox.account.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls listeners in the order of their registration. Guarded by the account's lock. */
public final class AccountEvents {

    private final List<AccountListener> listeners = new ArrayList<>();

    public void register(AccountListener listener) {
        listeners.add(listener);
    }

    public void publish(Consumer<AccountListener> event) {
        listeners.forEach(event);
    }
}
