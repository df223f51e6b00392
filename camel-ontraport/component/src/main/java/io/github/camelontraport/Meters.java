package io.github.camelontraport;

import io.github.camelontraport.CallCounts.Counts;
import java.lang.reflect.InvocationTargetException;
import org.apache.camel.RuntimeCamelException;

/** Who is told of what can be measured. Thread-safe; does not throw. */
interface Meters extends AutoCloseable {

    /** When there is nobody. */
    Meters NONE = new Meters() {

        @Override
        public void account(Account account) {
        }

        @Override
        public void operation(Account account, Counts counts) {
        }

        @Override
        public void close() {
        }
    };

    /**
     * Micrometer's, when it is there. Its class is asked for by name only: a native image without Micrometer links this
     * package at build time, and one with Micrometer registers the class (in the extension's OntraportProcessor).
     */
    static Meters of(OntraportComponent component) {
        Class<?> type = component.getCamelContext().getClassResolver()
                .resolveClass("io.github.camelontraport.MicrometerMeters");
        if (type == null) {
            return NONE;
        }
        try {
            return (Meters) type.getDeclaredConstructor(OntraportComponent.class).newInstance(component);
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

    void account(Account account);

    void operation(Account account, Counts counts);

    @Override
    void close();
}
