package io.github.camelontraport.poll.deleted;

/** So many records seem to be deleted that it is not believed. Nothing was delivered, and the state is as it was. */
public final class DeletionThresholdException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DeletionThresholdException(String message) {
        super(message);
    }
}
