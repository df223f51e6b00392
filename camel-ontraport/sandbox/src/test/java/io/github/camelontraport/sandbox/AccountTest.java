package io.github.camelontraport.sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account that is empty before each test, at a time that stands still, and a connection to it. */
abstract class AccountTest {

    @RegisterExtension
    static final OntraportSandboxExtension EXTENSION = TestTime.extension();

    OntraportSandbox sandbox;
    Api api;

    @BeforeEach
    void connect(OntraportSandbox given) {
        sandbox = given;
        api = Api.of(given);
    }
}
