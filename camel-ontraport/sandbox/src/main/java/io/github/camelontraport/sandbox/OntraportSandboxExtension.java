package io.github.camelontraport.sandbox;

import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides one {@link OntraportSandbox} to the tests of a class and of its nested classes, and resets it before each test.
 *
 * <p>With {@code @ExtendWith(OntraportSandboxExtension.class)} the sandbox is a parameter of test methods, life-cycle methods
 * or the constructor. With {@code @RegisterExtension} it can be configured, and {@link #sandbox()} returns it. In a field that
 * is not static, each test gets another sandbox. The reset also removes what {@code @BeforeAll} methods wrote.
 */
public final class OntraportSandboxExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final Consumer<OntraportSandbox.Builder> customiser;
    private OntraportSandbox sandbox;
    private int openClasses;

    /** An account with the default settings. */
    public OntraportSandboxExtension() {
        this(builder -> {});
    }

    /** @param customiser changes settings that should differ from the defaults */
    public OntraportSandboxExtension(Consumer<OntraportSandbox.Builder> customiser) {
        this.customiser = customiser;
    }

    /** The sandbox. The first call starts it. */
    public synchronized OntraportSandbox sandbox() {
        if (sandbox == null) {
            OntraportSandbox.Builder builder = OntraportSandbox.builder();
            customiser.accept(builder);
            sandbox = builder.start();
        }
        return sandbox;
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        openClasses++;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox().reset();
    }

    /** For a field that is not static, JUnit does not call {@link #afterAll}, so the sandbox is closed after each test. */
    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (openClasses == 0) {
            close();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (--openClasses == 0) {
            close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OntraportSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    private void close() {
        if (sandbox != null) {
            sandbox.close();
            sandbox = null;
        }
    }
}
