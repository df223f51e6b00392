package io.github.camelontraport.campaign.time;

/** Something waits for ever, or works for ever. */
public final class StuckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StuckException(String message) {
        super(message);
    }
}
