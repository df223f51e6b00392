package io.github.camelontraport.api.http;

/** Lets tests of other packages make the exception that only this one makes. */
public final class TooLarge {

    private TooLarge() {
    }

    public static ReplyTooLargeException than(int cap) {
        return new ReplyTooLargeException(cap);
    }
}
