package io.github.camelontraport.springboot;

/** The sandbox is enabled, and its jar is not on the class path. */
final class MissingSandboxException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MissingSandboxException() {
        super("The property ontraport.sandbox.enabled is true, but the sandbox is not on the class path: add"
                + " io.github.camelontraport:camel-ontraport-sandbox, or remove the property to use the real account");
    }
}
