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
 * Gives the tests of a class one {@link OntraportSandbox}, nested classes included, and resets it before each test.
 *
 * <p>With {@code @ExtendWith(OntraportSandboxExtension.class)} it is a parameter of test and life-cycle methods or of the
 * constructor. With {@code @RegisterExtension} it can be configured, and {@link #sandbox()} gives it too; in a field that
 * is not static, every test has a sandbox of its own. What {@code @BeforeAll} methods put into the account is gone by the
 * first test.
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

    /** @param customiser sets what shall differ from the defaults */
    public OntraportSandboxExtension(Consumer<OntraportSandbox.Builder> customiser) {
        this.customiser = customiser;
    }

    /** The sandbox, started at the first use. */
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

    /** Without a class around, which is so in a field that is not static, nobody calls when the class is done. */
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
