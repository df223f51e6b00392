package io.github.camelontraport.poll.deleted;

/** More records seem to be deleted than option maxDeleted allows. Nothing was delivered; the state did not change. */
public final class DeletionThresholdException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DeletionThresholdException(String message) {
        super(message);
    }
}
