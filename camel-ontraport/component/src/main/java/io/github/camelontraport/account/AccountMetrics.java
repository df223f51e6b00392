package io.github.camelontraport.account;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.account.RequestCounters.Counts;
import java.lang.reflect.InvocationTargetException;
import org.apache.camel.RuntimeCamelException;

/** Who is told of what can be measured. Thread-safe; does not throw. */
interface AccountMetrics extends AutoCloseable {

    /** When there is nobody. */
    AccountMetrics NONE = new AccountMetrics() {

        @Override
        public void account(AccountContext account) {}

        @Override
        public void operation(AccountContext account, Counts counts) {}

        @Override
        public void close() {}
    };

    /**
     * Micrometer's, when it is there. Its class is asked for by name only: a native image without Micrometer links this
     * package at build time, and one with Micrometer registers the class (in the extension's OntraportProcessor).
     */
    static AccountMetrics of(OntraportComponent component) {
        Class<?> type = component
                .getCamelContext()
                .getClassResolver()
                .resolveClass("io.github.camelontraport.account.MicrometerAccountMetrics");
        if (type == null) {
            return NONE;
        }
        try {
            return (AccountMetrics)
                    type.getDeclaredConstructor(OntraportComponent.class).newInstance(component);
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

    void account(AccountContext account);

    void operation(AccountContext account, Counts counts);

    @Override
    void close();
}
