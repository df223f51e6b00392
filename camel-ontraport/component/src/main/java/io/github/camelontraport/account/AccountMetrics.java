package io.github.camelontraport.account;

import io.github.camelontraport.account.RequestCounters.Counts;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.RuntimeCamelException;

/** Publishes what can be measured of accounts. Thread-safe; does not throw. */
interface AccountMetrics extends AutoCloseable {

    /** Publishes nothing. */
    AccountMetrics NONE = new AccountMetrics() {

        @Override
        public void account(AccountContext account) {}

        @Override
        public void operation(AccountContext account, Counts counts) {}

        @Override
        public void rows(AccountContext account, String outcome, LongAdder count) {}

        @Override
        public void remove(AccountContext account) {}

        @Override
        public void close() {}
    };

    /**
     * The metrics of Micrometer, when it is on the class path. The class is named by a text only: a native image without
     * Micrometer links this package at build time, and one with Micrometer registers the class (in the extension's
     * OntraportProcessor).
     */
    static AccountMetrics of(ClientOwner owner) {
        Class<?> type = owner.getCamelContext()
                .getClassResolver()
                .resolveClass("io.github.camelontraport.account.MicrometerAccountMetrics");
        if (type == null) {
            return NONE;
        }
        try {
            return (AccountMetrics)
                    type.getDeclaredConstructor(ClientOwner.class).newInstance(owner);
        } catch (NoClassDefFoundError e) {
            return NONE;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NoClassDefFoundError) {
                return NONE;
            }
            throw RuntimeCamelException.wrapRuntimeCamelException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    /** Called once for each account, with its first use. */
    void account(AccountContext account);

    /** Called once for each operation of an account, with its first request. */
    void operation(AccountContext account, Counts counts);

    /** Called once for each outcome of rows of syncs, with the first such row. */
    void rows(AccountContext account, String outcome, LongAdder count);

    /** Removes what is published of the account. */
    void remove(AccountContext account);

    @Override
    void close();
}
