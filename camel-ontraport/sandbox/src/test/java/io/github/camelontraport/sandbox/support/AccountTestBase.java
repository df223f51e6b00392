package io.github.camelontraport.sandbox.support;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Base class: an empty account with a fixed clock, and a client of its API. */
public abstract class AccountTestBase {

    @RegisterExtension
    static final OntraportSandboxExtension EXTENSION = TestTime.extension();

    protected OntraportSandbox sandbox;
    protected ApiClient api;

    @BeforeEach
    void connect(OntraportSandbox given) {
        sandbox = given;
        api = ApiClient.of(given);
    }
}
