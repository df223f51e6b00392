package io.github.camelontraport.poll;

/** So many records seem to be deleted that it is not believed. Nothing was delivered, and the state is as it was. */
public final class ImplausibleLossException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ImplausibleLossException(String message) {
        super(message);
    }
}
