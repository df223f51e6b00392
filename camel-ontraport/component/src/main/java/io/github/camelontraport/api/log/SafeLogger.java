package io.github.camelontraport.api.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A logger whose failures, such as an Error of an appender, are ignored. For code that holds a permit or a caller's
 * future, which must be released in any case. Thread-safe.
 */
public final class SafeLogger {

    private final Logger logger;

    private SafeLogger(Logger logger) {
        this.logger = logger;
    }

    public static SafeLogger of(Class<?> owner) {
        return new SafeLogger(LoggerFactory.getLogger(owner));
    }

    public void debug(String format, Object... arguments) {
        run(() -> logger.debug(format, arguments));
    }

    public void info(String format, Object... arguments) {
        run(() -> logger.info(format, arguments));
    }

    public void warn(String format, Object... arguments) {
        run(() -> logger.warn(format, arguments));
    }

    private static void run(Runnable log) {
        try {
            log.run();
        } catch (RuntimeException | Error e) {
            // Nothing to report it to: the log is what is broken.
        }
    }
}
