package io.github.camelontraport;

import io.github.camelontraport.CallCounts.Counts;

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

    /** Micrometer's, when it is there and the application has a registry of meters. */
    static Meters of(OntraportComponent component) {
        try {
            return MicrometerMeters.of(component);
        } catch (NoClassDefFoundError e) {
            // Micrometer is optional. Asking for its class by name would need a registration in native images.
            return NONE;
        }
    }

    void account(Account account);

    void operation(Account account, Counts counts);

    @Override
    void close();
}
