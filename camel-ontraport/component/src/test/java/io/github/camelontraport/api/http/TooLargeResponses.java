package io.github.camelontraport.api.http;

/** Lets tests of other packages make the exception that only this one makes. */
public final class TooLargeResponses {

    private TooLargeResponses() {}

    public static ResponseTooLargeException than(int cap) {
        return new ResponseTooLargeException(cap);
    }
}
