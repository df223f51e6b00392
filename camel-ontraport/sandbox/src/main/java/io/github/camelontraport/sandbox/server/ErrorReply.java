package io.github.camelontraport.sandbox.server;

/** An error the API answers with a status and one bare sentence. */
public final class ErrorReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public ErrorReply(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    public static ErrorReply invalid(String text) {
        return new ErrorReply(400, text);
    }

    public static ErrorReply missing(String parameter) {
        return invalid("Missing required parameter: " + parameter);
    }

    static ErrorReply notFound() {
        return new ErrorReply(404, "Object not found");
    }

    static ErrorReply noSuchPath() {
        return new ErrorReply(404, "Invalid path and/or method");
    }

    int status() {
        return status;
    }
}
