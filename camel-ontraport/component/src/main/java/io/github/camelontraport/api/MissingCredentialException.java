package io.github.camelontraport.api;

/** A credential is missing or blank. */
public final class MissingCredentialException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    private final String option;

    MissingCredentialException(String option) {
        super("No " + option + " is given");
        this.option = option;
    }

    /** The name of the option that takes the credential. */
    public String option() {
        return option;
    }
}
