package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account that is empty before each test, at a time that stands still, and a connection to it. */
public abstract class SandboxAccountTest {

    @RegisterExtension
    static final OntraportSandboxExtension EXTENSION = TestTime.extension();

    public OntraportSandbox sandbox;
    public ApiClient api;

    @BeforeEach
    void connect(OntraportSandbox given) {
        sandbox = given;
        api = ApiClient.of(given);
    }
}
